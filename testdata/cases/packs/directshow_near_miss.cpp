/* A table of the project whose field is named alike: no library calls it. */
#include <windows.h>

struct plugin_template {
    const wchar_t *m_Name;
    void (*m_lpfnInit)(BOOL loading);
};

static void init_ok(BOOL loading)
{
    LoadLibraryW(L"codec.dll");
}

extern plugin_template g_Templates[];

plugin_template g_Templates[] = {{L"Codec", init_ok}};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
