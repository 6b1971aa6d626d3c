// A smart pointer with a deleter of its own runs that, not the destructor.
#include <memory>
#include <windows.h>

struct service {
    ~service()
    {
        stop_ok();
    }
    void stop_ok()
    {
        FreeLibrary(module);
    }
    HMODULE module = nullptr;
};

struct keep {
    void operator()(service *) const noexcept
    {
    }
};

static service *make_service()
{
    return new service;
}

static std::unique_ptr<service, keep> g_service(make_service());

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_service->module = nullptr;
    }
    return TRUE;
}
