/* Known wrong: an unsigned char is at most 255, so the table always answers. */
#include <windows.h>

static unsigned short g_table[257];

/* Numbers have one value or none: no range. */
static int FP_is_of_type(int c, int mask)
{
    WORD type = 0;

    if (c >= -1 && c <= 255) {
        return g_table[c + 1] & mask;
    }
    if (LoadLibraryA("types.dll")) {
        type = 1;
    }
    return type & mask;
}

static int is_space(char c)
{
    return FP_is_of_type((unsigned char)c, 8);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return !is_space(*GetCommandLineA());
    }
    return TRUE;
}
