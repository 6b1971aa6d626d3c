// `new` and `delete` of a class with operators of its own call these.
#include <windows.h>

class pooled_bad {
public:
    static void *operator new(size_t size)
    {
        LoadLibraryA("pool.dll");
        return HeapAlloc(GetProcessHeap(), 0, size);
    }
    static void operator delete(void *memory)
    {
        LoadLibraryA("pool.dll");
        HeapFree(GetProcessHeap(), 0, memory);
    }
};

// Only one element is made, and the global operator is asked for by name.
class arrays_ok {
public:
    static void *operator new[](size_t size)
    {
        LoadLibraryA("pool.dll");
        return HeapAlloc(GetProcessHeap(), 0, size);
    }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        pooled_bad *pooled = new pooled_bad;
        delete pooled;
        arrays_ok *one = new arrays_ok;
        OutputDebugStringA(one != nullptr ? "a" : "b");
    }
    return TRUE;
}
