// A method of a final class is that method, whatever its siblings do.
#include <windows.h>

struct sink {
    virtual ~sink() = default;
    virtual void write() = 0;
};

struct file_sink final : sink {
    void write() override
    {
    }
};

struct socket_sink final : sink {
    void write() override
    {
        connect_ok();
    }
    static void connect_ok()
    {
        LoadLibraryA("net.dll");
    }
};

static socket_sink *g_socket;

extern "C" __declspec(dllexport) void use_socket()
{
    g_socket = new socket_sink;
}

static void log_ok(file_sink &s)
{
    s.write();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        static file_sink s;
        log_ok(s);
    }
    return TRUE;
}
