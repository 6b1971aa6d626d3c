/* A method that is named alike. */
#include <windows.h>

#undef MessageBox

struct console {
    int lines;
    void MessageBox(const char *text)
    {
        lines += text[0] != 0;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        console c = {0};
        c.MessageBox("no settings");
    }
    return TRUE;
}
