/* lpvReserved tested in five ways; thread notifications come with NULL. */
#include <windows.h>

static void one_bad(void)
{
    LoadLibraryA("one.dll");
}

static void two_bad(void)
{
    LoadLibraryA("two.dll");
}

static void three_bad(void)
{
    LoadLibraryA("three.dll");
}

static void four_bad(void)
{
    LoadLibraryA("four.dll");
}

static void five_bad(void)
{
    LoadLibraryA("five.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reserved) {
        one_bad();
    }
    if (!reserved) {
        two_bad();
    }
    if (0 != (UINT_PTR)reserved) {
        three_bad();
    }
    reserved == NULL ? four_bad() : (void)0;
    if (reason == DLL_PROCESS_DETACH && !!reserved == FALSE) {
        five_bad();
    }
    return TRUE;
}
