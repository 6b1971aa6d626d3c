/* The sample's line with one character too many. */
#include <stdlib.h>
#include <windows.h>

static char *g_path;
static BOOL g_started;

__declspec(dllexport) void SetPath(const char *path)
{
    g_path = _strdup(path);
    g_started = TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_DETACH:
        if (!reserved)
            break;
        if (g_started) {
            if (g_path != NULL) {
                free(g_path);
            }
        }
        break;
    }
    return TRUE;
}
