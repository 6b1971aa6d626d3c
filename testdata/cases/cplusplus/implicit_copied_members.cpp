// The copy constructor that the compiler writes copies the members with theirs.
#include <windows.h>

struct handle_bad {
    handle_bad() = default;
    handle_bad(const handle_bad &) { LoadLibraryA("again.dll"); }
};

struct moved_bad {
    moved_bad() = default;
    moved_bad(moved_bad &&) { LoadLibraryA("moved.dll"); }
};

struct base_bad {
    handle_bad handle;
};

struct connection_bad : base_bad {
    int port = 0;
};

struct carrier_bad {
    moved_bad moved;
};

// Nobody copies it.
struct unused_ok {
    unused_ok() = default;
    unused_ok(const unused_ok &) { LoadLibraryA("never.dll"); }
};

struct holder_ok {
    unused_ok unused;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        connection_bad first;
        connection_bad second = first;
        carrier_bad carrier;
        carrier_bad next(static_cast<carrier_bad &&>(carrier));
        holder_ok holder;
        OutputDebugStringA(second.port != 0 ? "a" : "b");
    }
    return TRUE;
}
