/* The same destructor, made with classes that do nothing. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct codec_ok {
    static void shut_ok()
    {
        OutputDebugStringA("codec");
    }
};

struct codec_bare {
    static void shut_ok()
    {
        LoadLibraryA("never");
    }
};

template <class T> class Session
{
  public:
    ~Session()
    {
        T::shut_ok();
    }
};

static Session<codec_ok> g_quiet;

/* Not made: nothing of it runs. */
using Never = Session<codec_bare>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
