/* DllMain as old SDK samples wrote it: int, APIENTRY, HANDLE. */
#include <windows.h>

int APIENTRY DllMain(HANDLE hModule, DWORD ul_reason_for_call, LPVOID lpReserved)
{
    if (ul_reason_for_call == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll");
    }
    return 1;
}
