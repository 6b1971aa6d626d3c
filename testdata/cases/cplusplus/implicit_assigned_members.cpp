// The assignment that the compiler writes assigns the members with their operators.
#include <windows.h>

struct slot_bad {
    slot_bad &operator=(const slot_bad &)
    {
        LoadLibraryA("slot.dll");
        return *this;
    }
};

struct table_bad {
    slot_bad slot;
};

struct shelf_ok {
    int size = 0;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        table_bad first;
        table_bad second;
        second = first;
        shelf_ok low;
        shelf_ok high;
        high = low;
    }
    return TRUE;
}
