/* A stub of MIDL calls another process while the DLL is loaded. */
#include <windows.h>
#include <rpc.h>
#include <rpcndr.h>

extern const MIDL_STUB_DESC licence_description;
extern const unsigned char licence_format[];

static int licence_is_valid_bad(handle_t server)
{
    return (int)NdrClientCall2(
        (PMIDL_STUB_DESC)&licence_description, (PFORMAT_STRING)licence_format, server).Simple;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return licence_is_valid_bad(NULL);
    }
    return TRUE;
}
