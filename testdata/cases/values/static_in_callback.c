/* A callback that an API runs at once knows of statics what does not change while it is run. */
#include <windows.h>

static int g_mode;
static int g_found;

/* Exported by a .def file. */
void set_mode_ok(int mode)
{
    g_mode = mode;
}

static BOOL CALLBACK each_ok(LPWSTR locale, DWORD flags, LPARAM data)
{
    if (g_mode == 2) {
        LoadLibraryA("mode.dll");
    }
    return TRUE;
}

/* The near miss: it is called several times, and the first call changes what the next one finds. */
static BOOL CALLBACK count_bad(LPWSTR locale, DWORD flags, LPARAM data)
{
    if (g_found) {
        LoadLibraryA("second.dll");
    }
    g_found = 1;
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        EnumSystemLocalesEx(each_ok, 0, 0, NULL);
        EnumSystemLocalesEx(count_bad, 0, 0, NULL);
    }
    return TRUE;
}
