/* The connection to the database lives as long as the DLL. */
#include <windows.h>
#include "database.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return database_open_bad(L"settings");
    case DLL_PROCESS_DETACH:
        database_close_bad();
        break;
    }
    return TRUE;
}
