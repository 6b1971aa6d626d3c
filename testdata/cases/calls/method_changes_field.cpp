// Methods that change a field, which a test then reads.
#include <windows.h>

class Session {
  public:
    void Open() { open_ = true; }
    void Close() { open_ = false; }
    bool IsOpen() const { return open_; }

  private:
    bool open_ = false;
};

static void load_if_open_bad()
{
    Session session;

    session.Open();
    if (session.IsOpen()) {
        LoadLibraryA("open.dll");
    }
}

static void load_if_closed_bad()
{
    Session session;

    session.Open();
    session.Close();
    if (!session.IsOpen()) {
        LoadLibraryA("closed.dll");
    }
}

static void never_open_ok()
{
    Session session;

    session.Open();
    session.Close();
    if (session.IsOpen()) {
        LoadLibraryA("open.dll");
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_if_open_bad();
        load_if_closed_bad();
        never_open_ok();
    }
    return TRUE;
}
