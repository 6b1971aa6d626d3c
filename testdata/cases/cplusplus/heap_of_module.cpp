// The module's own operator new and operator delete are called by new and delete, also of arrays;
// a class's own and a placement operator are not they.
#include <new>
#include <stdlib.h>
#include <windows.h>

static void log_bad(const char *text)
{
    LoadLibraryA(text);
}

void *operator new(size_t size)
{
    log_bad("new.dll");
    return malloc(size);
}

void operator delete(void *memory) noexcept
{
    FreeLibrary(GetModuleHandleA("delete.dll"));
    free(memory);
}

static void start_bad()
{
    int *number = new int[4];
    delete[] number;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
