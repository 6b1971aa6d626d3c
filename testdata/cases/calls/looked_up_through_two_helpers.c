/* The module in a variable, the name from two calls up, the result through a pointer. */
#include <windows.h>

static HMODULE g_print;
static int(WINAPI *p_end_doc)(int);

static BOOL bind_one_ok(HMODULE module, const char *name, FARPROC *slot)
{
    *slot = GetProcAddress(module, name);
    return *slot != NULL;
}

static BOOL bind_print_ok(const char *name, void *slot)
{
    return bind_one_ok(g_print, name, (FARPROC *)slot);
}

__declspec(dllexport) BOOL print_open_ok(void)
{
    if (!(g_print = LoadLibraryW(L"printing.dll"))) {
        return FALSE;
    }
    return bind_print_ok("print_end_doc", &p_end_doc);
}

static void print_close_bad(void)
{
    p_end_doc(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        print_close_bad();
    }
    return TRUE;
}
