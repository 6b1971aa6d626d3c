// options: --rules *
/* A function of the project that is named alike. */
#include <windows.h>

namespace path {
int PathRemoveFileSpecW(int n)
{
    return n - 1;
}
} // namespace path

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return path::PathRemoveFileSpecW(2);
    }
    return TRUE;
}
