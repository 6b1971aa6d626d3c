/* An initialiser with a constant value can still run code. */
#include <windows.h>

static int once_bad()
{
    LoadLibraryA("codec.dll");
    return 1;
}

static bool g_registered = (once_bad(), true);
static bool g_tested = once_bad() && false;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
