/* What of other DLLs is called, where no other rule has a say. */
// options: --rules DLM015
#include <windows.h>
#include <aclui.h>

static void work_bad(void)
{
    EditSecurity(NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
