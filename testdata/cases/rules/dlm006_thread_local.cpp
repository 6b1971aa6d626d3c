/* A thread-local object needs its destructor for each thread: the notifications go on. */
#include <windows.h>

struct Scratch {
    char *text = nullptr;
    ~Scratch() { HeapFree(GetProcessHeap(), 0, text); }
};

thread_local Scratch t_scratch;

static void load_bad() { LoadLibraryA("helper.dll"); }

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        DisableThreadLibraryCalls(instance);
    } else if (reason == DLL_THREAD_ATTACH) {
        load_bad();
    }
    return TRUE;
}
