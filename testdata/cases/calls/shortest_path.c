/* Three ways to one sink: only the shortest is shown. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void near_way(void)
{
    load_bad();
}

static void far_way(void)
{
    near_way();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        far_way();
        near_way();
        load_bad();
    }
    return TRUE;
}
