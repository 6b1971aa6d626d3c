/* The thread that is ended here holds the loader lock; nothing behind the call is reached. */
#include <windows.h>
#include <process.h>

static void leave_bad(void)
{
    ExitThread(1);
}

static void leave_crt_bad(void)
{
    _endthreadex(1);
}

static void unload_bad(HMODULE module)
{
    FreeLibraryAndExitThread(module, 0);
}

BOOL WINAPI DllMain(HANDLE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_THREAD_ATTACH:
        leave_bad();
        LoadLibraryA("never.dll");
        /* fall through */
    case DLL_THREAD_DETACH:
        leave_crt_bad();
        break;
    case DLL_PROCESS_ATTACH:
        unload_bad(instance);
        LoadLibraryA("never.dll");
        break;
    }
    return TRUE;
}
