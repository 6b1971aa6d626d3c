/* Tags choose the overload; traits give the type. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct now {
};

struct later {
};

template <class T> struct Traits {
    using when = later;
};

template <> struct Traits<int> {
    using when = now;
};

static void load(now)
{
    LoadLibraryA("now");
}

static void load(later)
{
}

static void load_now_bad()
{
    load(now{});
}

static void dispatch(now)
{
    load_now_bad();
}

static void dispatch(later)
{
    LoadLibraryA("never");
}

template <class T> void open()
{
    dispatch(typename Traits<T>::when{});
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open<int>();
    }
    return TRUE;
}
