#include <windows.h>
#include <wininet.h>
#include "update.h"

extern HINTERNET g_session;

BOOL update_wanted_bad(const wchar_t *address)
{
    DWORD state;
    if (!InternetGetConnectedState(&state, 0)) {
        return FALSE;
    }
    return InternetOpenUrlW(g_session, address, NULL, 0, 0, 0) != NULL;
}
