// `Base::f()` names the function: it is no virtual call.
#include <windows.h>

class Log {
public:
    virtual ~Log() {}
    virtual void flush() { OutputDebugStringA("flush"); }
    virtual void close() { LoadLibraryA("close.dll"); } // reached by name below
};

class FileLog : public Log {
public:
    void flush() override { LoadLibraryA("flush.dll"); }
    void close() override {}
};

static FileLog g_log;

static void flush_ok(Log *log)
{
    log->Log::flush();
}

static void close_bad(Log &log)
{
    log.Log::close();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        flush_ok(&g_log);
        close_bad(g_log);
    }
    return TRUE;
}
