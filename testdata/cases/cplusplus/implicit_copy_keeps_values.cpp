// A copy that the compiler writes has the values of what it copies.
#include <windows.h>

struct marker_ok {
    marker_ok() = default;
    marker_ok(const marker_ok &) { OutputDebugStringA("copied"); }
};

struct options_ok {
    bool eager;
    marker_ok marker;
    explicit options_ok(bool now) : eager(now) {}
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        options_ok first(false);
        options_ok second = first;
        if (second.eager) {
            LoadLibraryA("never.dll");
        }
    }
    return TRUE;
}
