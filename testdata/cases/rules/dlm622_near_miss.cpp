/* A letter is put into a box. */
#include <windows.h>

namespace letters
{
static int g_sent;
void puts(const char *)
{
    ++g_sent;
}
} // namespace letters
static void work_ok()
{
    letters::puts("bye");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_ok();
    }
    return TRUE;
}
