// One method overrides those of two bases, and is called through the second.
#include <windows.h>

class Reader {
public:
    virtual void close() = 0;
    virtual void read() {}
};

class Writer {
public:
    virtual void close() = 0;
    virtual void write() {}
};

class File : public Reader, public Writer {
public:
    void close() override;
    void read() override { LoadLibraryA("read.dll"); }
};

class Pipe : public Reader {
public:
    void close() override { LoadLibraryA("pipe.dll"); }
};

void File::close()
{
    LoadLibraryA("close.dll");
}

static Writer *g_writer;
static Reader *g_pipe;

extern "C" __declspec(dllexport) void open_files(Writer *other)
{
    g_pipe = new Pipe;
    static File file;
    g_writer = other != nullptr ? other : &file;
}

static void write_ok()
{
    g_writer->write();
}

static void close_bad()
{
    g_writer->close();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        write_ok();
        close_bad();
    }
    return TRUE;
}
