// A lambda changes a variable that it captured by reference.
#include <windows.h>

static void load_bad()
{
    LoadLibraryA("plugin.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        bool wanted = false;
        auto ask = [&] { wanted = true; };
        ask();
        if (wanted) {
            load_bad();
        }
    }
    return TRUE;
}
