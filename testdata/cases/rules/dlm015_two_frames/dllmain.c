// options: --rules *
/* Two frames and another unit away. */
#include <windows.h>

void helper_work_bad(void);

static void set_up_bad(void)
{
    helper_work_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_bad();
    }
    return TRUE;
}
