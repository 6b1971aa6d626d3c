/* One element of a table is called by its constant index: the others are not. */
#include <windows.h>

typedef void (*step_fn)(void);

static void note_ok(void)
{
    OutputDebugStringA("step");
}

static void load_ok(void)
{
    LoadLibraryA("plugin.dll");
}

static void uninit_bad(void)
{
    CoUninitialize();
}

enum step { STEP_ATTACH, STEP_FIRST_USE, STEP_DETACH };

static const step_fn steps[] = {[STEP_ATTACH] = note_ok, [STEP_FIRST_USE] = load_ok, [STEP_DETACH] = &uninit_bad};

__declspec(dllexport) void first_use(void)
{
    steps[STEP_FIRST_USE]();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        steps[STEP_ATTACH]();
    } else if (reason == DLL_PROCESS_DETACH) {
        steps[STEP_DETACH]();
    }
    return TRUE;
}
