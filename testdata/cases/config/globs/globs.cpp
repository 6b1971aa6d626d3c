// Names in entries may be globs: they count behind exact names, of the program's packs, too, and for
// functions without a body only.
#include <windows.h>

namespace acme {
void connect(int);
void connected(int);
namespace net { void wait_for(int); }
struct queue { void flush(); };
}
void AcmeWaitForAll(void);
void AcmeWaitNot(void);

namespace acme {
void with_body_ok(int) {}
}

static void calls_bad(void)
{
    acme::connect(1);
    acme::connected(1);
    acme::net::wait_for(1);
    AcmeWaitForAll();
}

static void calls_ok(void)
{
    AcmeWaitNot();
    acme::connect(0);
    acme::with_body_ok(1);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, void *)
{
    if (reason == DLL_PROCESS_ATTACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
