// A specialisation replaces the template that it specialises.
#include <windows.h>

template <class Device> struct opener {
    static void open_ok()
    {
        LoadLibraryA("generic.dll");
    }
};

struct null_device {};

template <> struct opener<null_device> {
    static void open()
    {
    }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        opener<null_device>::open();
    }
    return TRUE;
}
