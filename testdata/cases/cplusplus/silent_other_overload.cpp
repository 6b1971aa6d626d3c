// The overload that fits is called, and no other.
#include <windows.h>

struct path {
    const char *text;
};

static void attach_ok(const path &file)
{
    LoadLibraryA(file.text);
}

static void attach(HMODULE)
{
}
static void attach(const path &file)
{
    attach_ok(file);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        attach(GetModuleHandleA("kernel32.dll"));
    }
    return TRUE;
}
