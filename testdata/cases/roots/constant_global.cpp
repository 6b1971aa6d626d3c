/* A global that is initialised at compile time and has nothing to destroy runs no code. */
// flags: -std=c++20
#include <windows.h>

struct counter {
    constexpr explicit counter(long start) : value(start)
    {
    }

    void load_ok()
    {
        LoadLibraryA("helper.dll");
    }

    long value;
};

constinit counter g_counter(7);
static HMODULE g_module = nullptr;
const wchar_t *const g_name = L"helper.dll";

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
