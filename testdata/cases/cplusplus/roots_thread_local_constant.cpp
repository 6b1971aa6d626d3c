/* Numbers of a thread run no code. */
// flags: -fms-extensions
#include <windows.h>

thread_local int t_depth = 3;
__declspec(thread) static HMODULE t_module = nullptr;

extern "C" __declspec(dllexport) void load_ok()
{
    t_depth++;
    t_module = LoadLibraryA("codec.dll");
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
