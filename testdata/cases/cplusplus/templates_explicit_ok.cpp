/* Explicit instantiations make everything, but nothing calls it. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct codec {
    static void load_ok()
    {
        LoadLibraryA("codec");
    }
};

template <class T> class Session
{
  public:
    Session()
    {
        T::load_ok();
    }
    void open();
    virtual ~Session()
    {
        T::load_ok();
    }
};

template <class T> void Session<T>::open()
{
    T::load_ok();
}

template class Session<codec>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
