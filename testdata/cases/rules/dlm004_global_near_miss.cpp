/* Function-local statics are made by the first caller, not by the loader. */
#include <windows.h>

struct failed {
    DWORD error;
};

class heap_ok {
public:
    heap_ok() : handle(HeapCreate(0, 0, 0))
    {
        if (!handle) {
            throw failed{GetLastError()};
        }
    }
    void *allocate(SIZE_T size) { return HeapAlloc(handle, 0, size); }

private:
    HANDLE handle;
};

static heap_ok &heap()
{
    static heap_ok instance;
    return instance;
}

extern "C" __declspec(dllexport) void *mylib_allocate(SIZE_T size)
{
    return heap().allocate(size);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
