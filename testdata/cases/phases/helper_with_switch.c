/* A helper turns the reason into a word of its own, by a switch; the caller tests that. */
#include <windows.h>

enum life { BORN, ALIVE, DYING };

static enum life life_of(DWORD reason)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return BORN;
    case DLL_PROCESS_DETACH:
        return DYING;
    default:
        return ALIVE;
    }
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void wait_bad(void)
{
    WaitForSingleObject(GetCurrentProcess(), 500);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    enum life life = life_of(reason);

    if (life == BORN) {
        load_bad();
    } else if (life != DYING) {
        wait_bad();
    }
    return TRUE;
}
