/* A text of the caller is searched for in no module; isalpha reads a table. */
#include <windows.h>
#include <ctype.h>

static char g_text[80];

static int classify_ok(const char *name)
{
    FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "%1", 0, 0, g_text, sizeof g_text, NULL);
    return isalpha((unsigned char)name[0]) != 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || classify_ok("name");
}
