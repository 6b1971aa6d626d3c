/* Constraints choose between two templates. */
// flags: -std=c++20
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class T> concept Loads = requires(T t) { t.load(); };

struct plugin {
    void load()
    {
        load_bad();
    }
    void load_bad()
    {
        LoadLibraryA("plugin");
    }
};

struct table {
};

static void fall_back_ok()
{
    LoadLibraryA("fallback");
}

template <class T> void open(T &)
{
    fall_back_ok();
}

template <Loads T> void open(T &item)
{
    item.load();
}

template <class T> struct Slot {
    T item;
    Slot()
        requires Loads<T>
    {
        open(item);
    }
    Slot()
        requires(!Loads<T>)
    {
    }
};

static Slot<plugin> g_plugin;
static Slot<table> g_table;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
