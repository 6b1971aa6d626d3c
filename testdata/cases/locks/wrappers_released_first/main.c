/* The lock is given back by a function of another unit before the loader is needed. */
#include <windows.h>

#include "queue.h"

static HMODULE g_codec;

static void open_codec(void)
{
    g_codec = LoadLibraryA("codec.dll");
}

__declspec(dllexport) void queue_drain(void)
{
    queue_lock();
    queue_unlock();
    open_codec();
    queue_lock();
    queue_unlock();
}

static void drop_thread_ok(void)
{
    queue_lock();
    queue_unlock();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        drop_thread_ok();
    }
    return TRUE;
}
