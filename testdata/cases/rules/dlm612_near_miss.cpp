/* A function of the project that is named alike. */
#include <windows.h>

namespace soft {
int D3D11CreateDevice(int level)
{
    return level;
}
} // namespace soft

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return soft::D3D11CreateDevice(11) == 11;
    }
    return TRUE;
}
