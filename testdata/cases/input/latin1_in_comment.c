/* Bytes that are no UTF-8 in a comment: Größe, façade. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryA("helper.dll"); /* lädt */
    }
    return TRUE;
}
