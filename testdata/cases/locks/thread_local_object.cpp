/* The destructor of a thread_local takes the mutex whenever a thread ends. */
#include <mutex>
#include <windows.h>

static std::mutex g_mutex;
static int g_live;
static HMODULE g_codec;

struct Slot {
    int used = 0;
    ~Slot()
    {
        std::lock_guard<std::mutex> hold(g_mutex);
        --g_live;
    }
};

thread_local Slot t_slot;

__declspec(dllexport) void touch()
{
    std::lock_guard<std::mutex> hold(g_mutex);
    t_slot.used++;
    g_codec = LoadLibraryA("codec.dll");
}
BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
