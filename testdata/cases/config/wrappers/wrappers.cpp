// A wrapper's body is not walked, whoever calls it: directly, through a pointer, as a method of any
// class in a namespace. A name that only begins alike is no wrapper.
#include <windows.h>

namespace acme {
struct loader {
    void load_ok() { LoadLibraryW(L"a.dll"); }
    void *handle;
};
void start_ok() { LoadLibraryW(L"b.dll"); }
}

static void quiet_ok(void) { LoadLibraryW(L"c.dll"); }
static void quiet_too_bad(void) { LoadLibraryW(L"d.dll"); }
static void (*const table[])(void) = {quiet_ok, quiet_too_bad};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, void *)
{
    if (reason == DLL_PROCESS_ATTACH) {
        acme::loader loader = {};
        loader.load_ok();
        acme::start_ok();
        quiet_ok();
        void (*pointer)(void) = table[0];
        pointer();
        pointer = table[1];
        pointer();
    }
    return TRUE;
}
