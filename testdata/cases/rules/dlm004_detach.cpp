/* A destructor of a global that throws ends the process; a handler of atexit likewise. */
#include <cstdlib>
#include <windows.h>

struct not_flushed {
};

static void flush_bad(HANDLE file)
{
    if (!FlushFileBuffers(file)) {
        throw not_flushed();
    }
}

class log_bad {
public:
    ~log_bad() noexcept(false) { flush_bad(file); }
    HANDLE file;
};

static log_bad g_log;

static void report_bad()
{
    if (g_log.file == nullptr) {
        throw not_flushed();
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::atexit(report_bad);
    }
    return TRUE;
}
