/* The constructor of a global throws; so does a function whose result a global is. */
#include <windows.h>

struct failed {
    DWORD error;
};

static HANDLE open_bad()
{
    HANDLE event = CreateEventW(nullptr, TRUE, FALSE, L"Local\\mylib");
    if (event == nullptr) {
        throw failed{GetLastError()};
    }
    return event;
}

class heap_bad {
public:
    heap_bad() : handle(HeapCreate(0, 0, 0))
    {
        if (!handle) {
            throw failed{GetLastError()};
        }
    }

private:
    HANDLE handle;
};

static heap_bad g_heap;
static HANDLE g_event = open_bad();

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
