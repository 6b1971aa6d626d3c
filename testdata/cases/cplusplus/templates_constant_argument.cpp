/* Constants as arguments decide branches; conversions and operators of templates. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static void load_bad()
{
    LoadLibraryA("level");
}

static void load_ok()
{
    LoadLibraryA("never");
}

template <int Level> struct Log {
    void write() const
    {
        if (Level > 3) {
            load_bad();
        }
    }
    void quiet() const
    {
        if (Level > 10) {
            load_ok();
        }
    }
};

template <class T> struct Lazy {
    operator T *() const
    {
        return T::make_bad();
    }
    T *operator->() const
    {
        return T::make_bad();
    }
};

struct module {
    static module *make_bad()
    {
        LoadLibraryA("module");
        return nullptr;
    }
    int version;
};

static Lazy<module> g_module;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Log<5> log;
        log.write();
        log.quiet();
    } else if (reason == DLL_THREAD_ATTACH) {
        return g_module->version;
    }
    return TRUE;
}
