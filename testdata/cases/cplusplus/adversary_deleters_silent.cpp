// Deleters that do nothing here, and owners whose deleter is not called: empty, released, returned.
#include <memory>
#include <windows.h>

struct closer_ok {
    void operator()(HINSTANCE__ *module) const { FreeLibrary(module); }
};

struct keep_ok {
    void operator()(void *) const {}
};

using module_ptr = std::unique_ptr<HINSTANCE__, closer_ok>;

static int g_storage;
static std::unique_ptr<void, keep_ok> g_kept(&g_storage);
static std::shared_ptr<int> g_shared(&g_storage, [](int *) {});
static std::weak_ptr<int> g_weak(g_shared);
static std::shared_ptr<HANDLE> g_late(new HANDLE, [](HANDLE *handle) { delete handle; });
static HMODULE g_module;

static module_ptr find_ok()
{
    module_ptr module(GetModuleHandleA("kernel32.dll"));
    return module;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        module_ptr none;
        module_ptr null(nullptr);
        module_ptr found = find_ok();
        g_module = found.release();
    }
    return TRUE;
}
