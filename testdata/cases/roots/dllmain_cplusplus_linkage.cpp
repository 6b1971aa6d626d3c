/* DllMain without extern "C", as many C++ projects have it. */
#include <windows.h>

static void load_bad()
{
    LoadLibraryA("helper.dll");
}

BOOL APIENTRY DllMain(HMODULE module, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        load_bad();
        break;
    }
    return TRUE;
}
