// Not the module's operator new: a class's own, a placement operator, malloc, and a method of that
// name elsewhere.
#include <new>
#include <stdlib.h>
#include <windows.h>

void *operator new(size_t size)
{
    LoadLibraryA("new.dll");
    return malloc(size);
}

void operator delete(void *memory) noexcept
{
    FreeLibrary(GetModuleHandleA("delete.dll"));
    free(memory);
}

struct pooled {
    void *operator new(size_t size) { return malloc(size); }
    void operator delete(void *memory) { free(memory); }
};

static char g_room[64];

static void start_ok()
{
    delete new pooled;
    new (g_room) int(4);
    free(malloc(4));
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_ok();
    }
    return TRUE;
}
