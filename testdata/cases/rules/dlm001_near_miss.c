/* What detach may do at process end: no memory of the heap, or only that of a moment. */
#include <stdlib.h>
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HANDLE g_event;
static DWORD g_index;
static void *g_pages;
static BOOL g_ready;

static void say_ok(const char *what)
{
    char *line = malloc(strlen(what) + 32);

    if (line != NULL) {
        lstrcpyA(line, what);
        lstrcatA(line, "\n");
        OutputDebugStringA(line);
        free(line);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        InitializeCriticalSection(&g_lock);
        break;
    case DLL_PROCESS_DETACH:
        say_ok("detach");
        g_ready = FALSE;
        DeleteCriticalSection(&g_lock);
        CloseHandle(g_event);
        TlsFree(g_index);
        VirtualFree(g_pages, 0, MEM_RELEASE);
        break;
    }
    return TRUE;
}
