// A constructor that `using` takes over runs that of the base.
#include <windows.h>

class module_bad {
public:
    explicit module_bad(const char *name) : handle_(LoadLibraryA(name)) {}

private:
    HMODULE handle_;
};

class plugin_bad : public module_bad {
public:
    using module_bad::module_bad;
};

class path_ok {
public:
    path_ok() = default;
    explicit path_ok(const char *name) : handle_(LoadLibraryA(name)) {}

private:
    HMODULE handle_ = nullptr;
};

class file_ok : public path_ok {
public:
    using path_ok::path_ok;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        plugin_bad plugin("plugin.dll");
        file_ok file;
    }
    return TRUE;
}
