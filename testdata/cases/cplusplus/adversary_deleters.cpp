// Deleters: of a type, of a std::shared_ptr that is made with one, of a pointer to a function.
#include <memory>
#include <windows.h>

struct closer_bad {
    void operator()(HINSTANCE__ *module) const { FreeLibrary(module); }
};

template <class Handle> struct drop_bad {
    using pointer = Handle;
    void operator()(Handle handle) const { FreeLibrary(reinterpret_cast<HMODULE>(handle)); }
};

static std::unique_ptr<HINSTANCE__, closer_bad> g_codec;
static std::unique_ptr<void, drop_bad<void *>> g_filter;
static std::shared_ptr<void> g_com(nullptr, [](void *) { CoUninitialize(); });
static auto g_plugin_bad = std::shared_ptr<HINSTANCE__>(GetModuleHandleA("a.dll"), &FreeLibrary);

class host {
    std::unique_ptr<HINSTANCE__, closer_bad> module;
};

static host g_host;

static void leave_bad(void *) { CoUninitialize(); }

static void use_bad()
{
    int apartment = 0;
    std::unique_ptr<void, void (*)(void *)> scope(&apartment, leave_bad);
    std::shared_ptr<int> counted(new int, [](int *number) {
        CoUninitialize();
        delete number;
    });
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        use_bad();
    }
    return TRUE;
}
