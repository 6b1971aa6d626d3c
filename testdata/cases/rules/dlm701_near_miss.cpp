/* A function of the project that is named alike. */
#include <windows.h>

namespace text {
bool GetStringTypeW(int kind)
{
    return kind != 0;
}
} // namespace text

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return text::GetStringTypeW(1);
    }
    return TRUE;
}
