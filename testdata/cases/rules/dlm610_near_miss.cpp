/* A symmetric matrix, not a symbol. */
#include <windows.h>

namespace math
{
static int g_matrix;
void SymInitialize()
{
    ++g_matrix;
}
} // namespace math
static void work_ok()
{
    math::SymInitialize();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
