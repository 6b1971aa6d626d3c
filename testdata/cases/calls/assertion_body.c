/* A module that brings its own _assert(), as a C library does: what that shows and how it ends the
   process is not told of every assertion.  The name is the C library's: another one is a function
   like others. */
#include <windows.h>
#include <stdlib.h>

void _assert(const char *message, const char *file, unsigned line)
{
    MessageBoxA(NULL, message, file, MB_ICONERROR);
    abort();
}

static void report_bad(const char *message)
{
    MessageBoxA(NULL, message, "core", MB_ICONERROR);
}

#define CHECK_OK(x) ((x) ? (void)0 : _assert(#x, __FILE__, __LINE__))
#define CHECK_BAD(x) ((x) ? (void)0 : report_bad(#x))

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        CHECK_OK(GetTickCount() != 0);
        CHECK_BAD(GetTickCount() != 0);
    }
    return TRUE;
}
