/* Only notes addresses; names are looked up later. */
#include <windows.h>
#include <dbghelp.h>

static void *g_stack[16];
static USHORT g_frames;

static void work_ok(void)
{
    g_frames = CaptureStackBackTrace(0, 16, g_stack, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        work_ok();
    }
    return TRUE;
}
