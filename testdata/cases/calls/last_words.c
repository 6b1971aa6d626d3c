/* What a failed check does before it ends the process on purpose is possible and a note, and so is the
   end.  What the same helper does on other ways is what it was. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

static void show_bad(const char *text)
{
    MessageBoxA(NULL, text, "core", MB_ICONERROR);
}

static void load_bad(const char *name)
{
    LoadLibraryA(name);
}

static void die_bad(const char *what)
{
    show_bad(what);
    load_bad("dbghelp.dll");
    abort();
}

/* Ends in a helper of its own. */
static void check_failed_bad(const char *what, int line)
{
    char text[200];
    snprintf(text, sizeof text, "%s in line %d", what, line);
    CoInitialize(NULL);
    die_bad(text);
}

#define CHECK(x) ((x) ? (void)0 : check_failed_bad(#x, __LINE__))

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        CHECK(GetTickCount() != 0);
        if (GetTickCount() > 5) {
            load_bad("core.dll");
        }
    }
    return TRUE;
}
