/* A variable of another DLL is constructed there. */
#include <windows.h>

class codec {
public:
    codec()
    {
        load_ok();
    }

    void load_ok()
    {
        LoadLibraryA("codec.dll");
    }
};

__declspec(dllimport) extern codec g_of_other_dll;
extern codec g_never_defined;

extern "C" __declspec(dllexport) codec *codec_ok()
{
    return &g_of_other_dll;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
