// What is thrown in a noexcept function, or in a destructor, ends the process: it leaves nothing.
#include <windows.h>

struct failure {};

static void raise_ok()
{
    throw failure();
}

static void start_ok() noexcept
{
    raise_ok();
}

struct closer_ok {
    ~closer_ok() { raise_ok(); }
};

static void open_bad() noexcept(false)
{
    throw failure();
}

struct loud_bad {
    ~loud_bad() noexcept(false) { open_bad(); }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        closer_ok closer;
        start_ok();
    } else if (reason == DLL_THREAD_ATTACH) {
        loud_bad loud;
    }
    return TRUE;
}
