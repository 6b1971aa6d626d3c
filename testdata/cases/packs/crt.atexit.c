/* Each function that registers a handler. */
// options: --rules *
#include <windows.h>
#include <stdlib.h>

/* not in mingw-w64 */
__declspec(dllimport) void *_onexit_m(void *);
__declspec(dllimport) int _register_onexit_function(void *, _onexit_t);
__declspec(dllimport) int _crt_atexit(void (*)(void));
__declspec(dllimport) int at_quick_exit(void (*)(void));
__declspec(dllimport) int _crt_at_quick_exit(void (*)(void));
__declspec(dllimport) _onexit_t __dllonexit(_onexit_t, void ***, void ***);

static void all_bad(void)
{
    _onexit(0);
    onexit(0);
    _onexit_m(0);
    _register_onexit_function(0, 0);
    _crt_atexit(0);
    atexit(0);
    __dllonexit(0, 0, 0);
}

static void all_ok(void)
{
    at_quick_exit(0);
    _crt_at_quick_exit(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
