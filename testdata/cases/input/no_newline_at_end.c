/* The last line has no newline. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_THREAD_ATTACH || LoadLibraryA("helper.dll") != NULL;
}