// A wrapper's body is not walked, whoever calls it: directly, through a pointer, as a method of any
// class in a namespace, as a callback. A name that only begins alike is no wrapper. One that is a
// wrapper in some phases is walked in the others, also as a callback.
#include <stdlib.h>
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

static int quiet_order_ok(const void *, const void *) { LoadLibraryW(L"e.dll"); return 0; }
static int loud_order_bad(const void *, const void *) { LoadLibraryW(L"f.dll"); return 0; }
static int attach_order_bad(const void *, const void *) { LoadLibraryW(L"g.dll"); return 0; }
static void quiet_end_ok(void) { LoadLibraryW(L"h.dll"); }
static void loud_end_bad(void) { LoadLibraryW(L"i.dll"); }
static void exit_end_bad(void) { LoadLibraryW(L"j.dll"); }

static void sort_all_bad(void)
{
    int numbers[2] = {2, 1};
    qsort(numbers, 2, sizeof *numbers, quiet_order_ok);
    qsort(numbers, 2, sizeof *numbers, loud_order_bad);
    qsort(numbers, 2, sizeof *numbers, attach_order_bad);
}

static void register_all(void)
{
    atexit(quiet_end_ok);
    atexit(loud_end_bad);
    atexit(exit_end_bad);
}

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
        register_all();
    }
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH)
        sort_all_bad();
    return TRUE;
}
