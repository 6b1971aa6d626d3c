// The branch that `if constexpr` discards is not compiled into the function.
// flags: -std=c++17
#include <windows.h>

template <bool Eager> static void prepare_ok()
{
    if constexpr (Eager) {
        LoadLibraryA("eager.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        prepare_ok<false>();
    }
    return TRUE;
}
