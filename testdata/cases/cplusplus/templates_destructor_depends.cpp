/* The destructor of a class template calls what its argument has. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct codec_bad {
    static void shut()
    {
        FreeLibrary(GetModuleHandleA("codec"));
    }
};

struct codec_ok {
    static void shut()
    {
        OutputDebugStringA("codec");
    }
};

template <class T> class Session
{
  public:
    ~Session()
    {
        T::shut();
    }
};

static Session<codec_bad> g_loud;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
