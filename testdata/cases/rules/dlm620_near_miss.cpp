/* Where the critics sit. */
#include <windows.h>

namespace theatre
{
struct critical_section {
    critical_section()
    {
        ++seats;
    }
    int seats = 0;
};
} // namespace theatre
static void work_ok()
{
    theatre::critical_section section;
    (void)section;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
