// options: --keep-going
/* A header is missing, and clang drops statements that use what it declares.  What they assigned is
   not known any more. */
#include <windows.h>

#include "protocol_of_the_project.h"

static BOOL g_connected;

static void plain_bad(void)
{
    int result = 0;
    result = protocol_state.result;
    if (result == 1) {
        LoadLibraryA("plain.dll");
    }
}

static void in_condition_bad(void)
{
    int result = 0;
    if ((result = protocol_state.result) != PROTOCOL_NONE) {
        if (result == 3) {
            LoadLibraryA("condition.dll");
        }
    }
}

static void compound_bad(int flags)
{
    flags |= PROTOCOL_PLUGINS;
    if (flags & 4) {
        LoadLibraryA("compound.dll");
    }
}

static void step_bad(void)
{
    int n = 0;
    protocol_values[n++] = PROTOCOL_NONE;
    if (n > 0) {
        LoadLibraryA("step.dll");
    }
}

static void global_bad(void)
{
    g_connected = FALSE;
    g_connected = protocol_state.connected;
    if (g_connected) {
        LoadLibraryA("connected.dll");
    }
}

/* By its address. */
static void filled_in_bad(void)
{
    BOOL wanted = FALSE;
    read_protocol(&wanted, PROTOCOL_WANTED);
    if (wanted) {
        LoadLibraryA("wanted.dll");
    }
}

/* What was assigned in code that could be read is known. */
static void read_ok(void)
{
    int result = 0;
    int other = 0;
    other = protocol_state.result;
    result = 2;
    if (result == 1) {
        LoadLibraryA("read.dll");
    }
}

/* A field of that name, a comparison, and a name in a string are no assignments. */
static void other_names_ok(void)
{
    int result = 0;
    protocol_state.result = PROTOCOL_NONE;
    if (protocol_state.value == result || protocol_state.value <= result) {
        OutputDebugStringA("result = 1");
    }
    if (result == 1) {
        LoadLibraryA("names.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        plain_bad();
        in_condition_bad();
        compound_bad(0);
        step_bad();
        global_bad();
        filled_in_bad();
        read_ok();
        other_names_ok();
    }
    return TRUE;
}
