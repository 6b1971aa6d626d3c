// A variable that no lambda mentions keeps its value.
#include <windows.h>

static void load_ok()
{
    LoadLibraryA("plugin.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        bool wanted = false;
        int asked = 0;
        auto ask = [&] { asked++; };
        ask();
        if (wanted) {
            load_ok();
        }
    }
    return TRUE;
}
