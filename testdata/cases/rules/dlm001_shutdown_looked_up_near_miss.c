/* Attach looks the loader's function up, detach asks it: where it is missing, the code cannot know. */
#include <stdlib.h>
#include <windows.h>

typedef BOOLEAN(NTAPI *in_progress_fn)(void);

static in_progress_fn g_in_progress;
static char *g_names;

static BOOL exiting_ok(void)
{
    return g_in_progress != NULL ? g_in_progress() : FALSE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_in_progress = (in_progress_fn)(void *)GetProcAddress(GetModuleHandleA("ntdll.dll"),
                                                               "RtlDllShutdownInProgress");
        break;
    case DLL_PROCESS_DETACH:
        if (!exiting_ok()) {
            free(g_names);
        }
        break;
    }
    return TRUE;
}
