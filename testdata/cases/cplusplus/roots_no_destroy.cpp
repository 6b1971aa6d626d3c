/* A global that is never destroyed is only constructed. */
#include <windows.h>

struct codec {
    codec() : module(nullptr)
    {
    }

    ~codec()
    {
        close_ok();
    }

    void close_ok()
    {
        FreeLibrary(module);
    }

    HMODULE module;
};

[[clang::no_destroy]] codec g_codec;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
