/* A constructor that the compiler writes is constexpr if its parts allow that. */
#include <windows.h>

struct limits {
    int most = 12;
    const char *name = "limits";
    int table[4] = {1, 2, 3, 4};
};

struct queue {
    limits bounds;
    HANDLE event = nullptr;
    queue() = default;

    void start_ok()
    {
        LoadLibraryA("queue.dll");
    }
};

struct aggregate {
    int first;
    queue inner;
};

queue g_queue;
aggregate g_aggregate = {1, {}};
static aggregate g_plain;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
