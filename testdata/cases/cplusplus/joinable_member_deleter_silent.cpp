// Members whose deleter another constructor replaces, and one that only counts.
#include <memory>
#include <windows.h>

static void leave_ok(void *) { CoUninitialize(); }

struct lazy_ok {
    lazy_ok() : guard() {}
    std::shared_ptr<void> guard{nullptr, leave_ok};
};

static lazy_ok g_lazy;

static long g_count;

struct counted_ok {
    std::shared_ptr<long> guard{&g_count, [](long *count) { --*count; }};
};

static counted_ok g_counted;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
