/* The part of an initialiser that is not taken does not run. */
#include <windows.h>

static int load_ok()
{
    return LoadLibraryA("codec.dll") != nullptr;
}

static int load_bad()
{
    return LoadLibraryA("zip.dll") != nullptr;
}

static int g_never = sizeof(void *) == 3 ? load_ok() : 4;
static bool g_short = true || load_ok() != 0;
static int g_taken = sizeof(void *) > 3 ? load_bad() : 4;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
