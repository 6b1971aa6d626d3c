/* Lines that end in CR LF, also inside a macro of several lines. */
#include <windows.h>

#define LOAD(name)  \
    do {            \
        name##_bad(); \
    } while (0)

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LOAD(load);
    }
    return TRUE;
}
