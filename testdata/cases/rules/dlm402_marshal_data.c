/* Giving marshalled data back is a call of COM as much as reading them is; forgetting the
   stream is none. */
#include <windows.h>
#include <objbase.h>

static IStream *g_stream;

static void forget_offer_bad(void)
{
    CoReleaseMarshalData(g_stream);
}

static void forget_stream_ok(void)
{
    g_stream = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            forget_offer_bad();
        }
        forget_stream_ok();
        break;
    }
    return TRUE;
}
