/* Of `if constexpr` only the branch that is taken is there. */
// flags: -std=c++17
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class T> inline constexpr bool is_number = false;
template <> inline constexpr bool is_number<int> = true;

static void load_bad()
{
    LoadLibraryA("load");
}

static void load_ok()
{
    LoadLibraryA("number");
}

template <class T> void prepare(T)
{
    if constexpr (is_number<T>) {
        load_ok();
    } else {
        load_bad();
    }
}

template <class T> struct Counter {
    ~Counter()
    {
        if constexpr (is_number<T>) {
            OutputDebugStringA("number");
        } else {
            load_ok();
        }
    }
};

static Counter<int> g_counter;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        prepare("text");
    }
    return TRUE;
}
