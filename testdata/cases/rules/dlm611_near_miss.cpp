/* A function of the project that is named alike. */
#include <windows.h>

namespace canvas {
int GdiplusStartup(int mode)
{
    return mode;
}
} // namespace canvas

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return canvas::GdiplusStartup(1);
    }
    return TRUE;
}
