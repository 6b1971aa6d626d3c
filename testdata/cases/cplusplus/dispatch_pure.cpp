// show: cuts
// A pure virtual method that a constructor calls: it has no body, or one that is found.
#include <windows.h>

class Base {
public:
    Base() { start_bad(); }
    virtual ~Base() {}
    virtual void init() = 0;
    virtual void load() = 0;

private:
    void start_bad() { Base::load(); }
};

void Base::load()
{
    LoadLibraryA("base.dll");
}

class Impl : public Base {
public:
    void init() override { init_ok(); }
    void load() override { init_ok(); }

private:
    void init_ok() { LoadLibraryA("impl.dll"); }
};

static Impl g_impl;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
