// `delete` through a base with a defaulted virtual destructor, and through smart pointers.
#include <windows.h>

#include <memory>

struct Resource {
    virtual ~Resource() = default;
};

struct Library : Resource {
    ~Library() override;
    HMODULE module = nullptr;
};

struct Counter : Resource {
    ~Counter() override { OutputDebugStringA("counted"); }
};

struct Unused : Resource {
    ~Unused() override { FreeLibrary(nullptr); }
};

static void unload_bad(HMODULE module)
{
    FreeLibrary(module);
}

Library::~Library()
{
    unload_bad(module);
}

static Resource *g_library;
static Resource *g_counter;
static std::unique_ptr<Resource> g_owned;

extern "C" __declspec(dllexport) void open_all()
{
    g_library = new Library;
    g_counter = new Counter;
    g_owned.reset(new Counter);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        delete g_library;
        delete g_counter;
    }
    return TRUE;
}
