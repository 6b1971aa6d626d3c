// Known wrong: any catch on the way counts as catching, whatever its type.
#include <windows.h>

struct config_error {};

// It leaves DllMain: the catch is for something else. Types of exceptions are not compared.
static void FN_read_config()
{
    throw config_error();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            FN_read_config();
        } catch (int) {
            return FALSE;
        }
    }
    return TRUE;
}
