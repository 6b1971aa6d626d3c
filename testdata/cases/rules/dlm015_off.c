/* Nobody asks for what other DLLs have. */
#include <windows.h>
#include <aclui.h>

static void work_ok(void)
{
    EditSecurity(NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    work_ok();
    return TRUE;
}
