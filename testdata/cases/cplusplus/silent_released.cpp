// What a smart pointer has released it does not destroy.
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

static service *g_service;

static void start()
{
    std::unique_ptr<service> made(new service);
    g_service = made.release();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start();
    }
    return TRUE;
}
