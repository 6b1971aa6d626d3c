/* Known wrong: the rows of a table of two dimensions are one. */
#include <windows.h>

typedef void (*step_fn)(void);

static void idle_ok(void)
{
}

/* Row 0 is called only, which does not hold this one. Elements are told apart in tables of one dimension. */
static void FP_load_step(void)
{
    LoadLibraryA("step.dll");
}

static const step_fn g_steps[2][2] = {{idle_ok, idle_ok}, {FP_load_step, idle_ok}};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_steps[0][1]();
    }
    return TRUE;
}
