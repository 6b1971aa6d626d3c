/* delete of a base whose class is made from a template. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct Plugin {
    virtual ~Plugin()
    {
    }
};

struct module {
    static void unload_bad()
    {
        FreeLibrary(GetModuleHandleA("plugin"));
    }
};

template <class T> struct PluginOf : Plugin {
    ~PluginOf() override
    {
        T::unload_bad();
    }
};

static Plugin *g_plugin = new PluginOf<module>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        delete g_plugin;
    }
    return TRUE;
}
