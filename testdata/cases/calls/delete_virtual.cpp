/* `delete` of a base whose destructor is virtual runs the destructor of what the object is; without
 * `virtual` that of the pointer's type and no other. */
#include <windows.h>

class Plugin {
public:
    virtual ~Plugin() {}
};

class NativePlugin : public Plugin {
public:
    ~NativePlugin() override { unload_bad(); }

private:
    void unload_bad()
    {
        FreeLibrary(m_module);
    }
    HMODULE m_module = nullptr;
};

class Entry {
public:
    ~Entry() {}
};

class NativeEntry : public Entry {
public:
    ~NativeEntry() { FreeLibrary(m_module); }

private:
    HMODULE m_module = nullptr;
};

static Plugin *g_plugin;
static Entry *g_entry;

extern "C" __declspec(dllexport) void open_ok()
{
    g_plugin = new NativePlugin;
    g_entry = new NativeEntry;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        delete g_plugin;
        delete g_entry;
    }
    return TRUE;
}
