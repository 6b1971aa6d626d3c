/* Functions that take and release the lock, in another unit; the loader is needed two calls down. */
#include <windows.h>

#include "queue.h"

static HMODULE g_codec;

static void open_codec(void)
{
    g_codec = LoadLibraryA("codec.dll");
}

static void refill(void)
{
    open_codec();
}

__declspec(dllexport) void queue_fill(void)
{
    queue_lock();
    refill();
    queue_unlock();
}

__declspec(dllexport) void queue_drain(void)
{
    queue_lock();
    queue_unlock();
    refill();
}

static void drop_thread_bad(void)
{
    queue_lock();
    queue_unlock();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        drop_thread_bad();
    }
    return TRUE;
}
