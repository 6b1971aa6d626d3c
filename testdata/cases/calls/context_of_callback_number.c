/* What a callback does hangs on its context, which is a number here. */
#include <windows.h>

static INIT_ONCE g_first = INIT_ONCE_STATIC_INIT, g_second = INIT_ONCE_STATIC_INIT;
static HMODULE g_library;

static void load_bad(void)
{
    g_library = LoadLibraryW(L"extra.dll");
}

static void load_second_ok(void)
{
    g_library = LoadLibraryW(L"second.dll");
}

static BOOL CALLBACK start(INIT_ONCE *once, void *param, void **context)
{
    if (param != NULL) {
        load_bad();
    }
    return TRUE;
}

static BOOL CALLBACK start_second_ok(INIT_ONCE *once, void *param, void **context)
{
    if (param != NULL) {
        load_second_ok();
    }
    return TRUE;
}

static void run_once(PINIT_ONCE_FN function, void *param)
{
    InitOnceExecuteOnce(&g_first, function, param, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run_once(start, (void *)1);
        InitOnceExecuteOnce(&g_second, start_second_ok, NULL, NULL);
    }
    return TRUE;
}
