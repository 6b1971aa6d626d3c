/* A function of the project that is named alike. */
#include <windows.h>

namespace skin {
bool IsThemeActive()
{
    return true;
}
} // namespace skin

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return skin::IsThemeActive();
    }
    return TRUE;
}
