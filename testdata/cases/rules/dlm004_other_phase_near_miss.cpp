/* What throws is not reached from DllMain: another branch, an export, another thread. */
#include <windows.h>

struct failed {
};

static void require_ok(bool condition)
{
    if (!condition) {
        throw failed();
    }
}

static DWORD WINAPI work_ok(void *)
{
    require_ok(GetTickCount() != 0);
    return 0;
}

extern "C" __declspec(dllexport) void mylib_set(int value)
{
    require_ok(value > 0);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID)
{
    if (reason > DLL_THREAD_DETACH) {
        throw failed();
    }
    if (reason == DLL_PROCESS_ATTACH) {
        require_ok(instance != nullptr);
    }
    return TRUE;
}
