// A template that stores through a reference, and casts to the type of what it stores to.
#include <windows.h>

namespace {

struct Vpn {
    HMODULE dll = nullptr;
    int (*connect)(const wchar_t *) = nullptr;
    void (*hang_up)() = nullptr;
    decltype(&::GetTickCount) ticks = nullptr;
} vpn;

template <class T> bool resolve_ok(HMODULE dll, const char *name, T &function)
{
    function = reinterpret_cast<T>(GetProcAddress(dll, name));
    return function != nullptr;
}

void hang_up_bad()
{
    if (vpn.hang_up != nullptr) {
        vpn.hang_up();
    }
}

} // namespace

extern "C" __declspec(dllexport) bool vpn_open_ok()
{
    vpn.dll = LoadLibraryExW(L"vpn.dll", nullptr, 0);
    vpn.connect = reinterpret_cast<decltype(vpn.connect)>(GetProcAddress(vpn.dll, "VpnConnect"));
    return vpn.connect && resolve_ok(vpn.dll, "VpnHangUp", vpn.hang_up);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        hang_up_bad();
    }
    return TRUE;
}
