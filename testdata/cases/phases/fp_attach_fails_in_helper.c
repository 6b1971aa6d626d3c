/* Known wrong: a load that is always refused, by what a helper returns. */
#include <windows.h>

static BOOL start(void)
{
    OutputDebugStringA("not for this system\n");
    return FALSE;
}

/* No thread ever starts or ends with this DLL. Only `return FALSE` itself is taken for a refusal that is meant. */
static void FP_end_thread(void)
{
    LoadLibraryA("trace.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return start();
    case DLL_THREAD_DETACH:
        FP_end_thread();
        break;
    }
    return TRUE;
}
