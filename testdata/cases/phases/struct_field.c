/* The reason travels in a field of a struct that is handed on by address. */
#include <windows.h>

struct notification {
    HINSTANCE instance;
    DWORD reason;
    BOOL leaving;
};

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void close_ok(void)
{
    LoadLibraryA("never.dll");
}

static void dispatch(const struct notification *event)
{
    if (event->reason == DLL_PROCESS_ATTACH) {
        load_bad();
        if (event->leaving) {
            close_ok();
        }
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    struct notification event = {instance, reason};
    event.leaving = reason == DLL_PROCESS_DETACH;
    dispatch(&event);
    return TRUE;
}
