/* A class made from a template asks its derived class, which does nothing. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class D> struct Startup {
    Startup()
    {
        self().setup();
    }
    ~Startup()
    {
        self().finish();
    }
    void finish()
    {
    }
    void setup()
    {
        default_ok();
    }
    void default_ok()
    {
        LoadLibraryA("default");
    }

  private:
    D &self()
    {
        return *static_cast<D *>(this);
    }
};

struct Counter : Startup<Counter> {
    void setup()
    {
        count_ok();
    }
    void count_ok()
    {
        OutputDebugStringA("counter");
    }
};

static Counter g_counter;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
