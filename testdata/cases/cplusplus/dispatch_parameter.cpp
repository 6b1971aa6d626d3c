// One function is called with objects of two classes, in two phases.
#include <windows.h>

class Service {
public:
    virtual ~Service() {}
    virtual void stop() = 0;
};

class LogService : public Service {
public:
    void stop() override {}
};

class NetService : public Service {
public:
    void stop() override;

private:
    void unload_bad() { FreeLibrary(nullptr); }
};

void NetService::stop()
{
    unload_bad();
}

static LogService g_log;
static NetService g_net;

static void stop_one(Service *service)
{
    service->stop();
}

static void stop_two(Service &first, Service &second)
{
    stop_one(&first);
    stop_one(&second);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        stop_one(&g_log);
    } else if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        stop_two(g_log, g_net);
    }
    return TRUE;
}
