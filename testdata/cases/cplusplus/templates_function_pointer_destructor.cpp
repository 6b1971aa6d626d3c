/* A deleter as argument, called by the destructor. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static void close_bad(HMODULE module)
{
    FreeLibrary(module);
}

static void forget_ok(HMODULE)
{
}

template <class T, void (*Close)(T)> class Unique
{
  public:
    ~Unique()
    {
        if (value_) {
            Close(value_);
        }
    }

  private:
    T value_ = nullptr;
};

static Unique<HMODULE, close_bad> g_module;
static Unique<HMODULE, forget_ok> g_borrowed;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
