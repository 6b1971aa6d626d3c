/* A function of the project that is named alike. */
#include <windows.h>

namespace script {
int ShellExecuteW(const wchar_t *line)
{
    return line[0];
}
} // namespace script

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return script::ShellExecuteW(L"x") != 0;
    }
    return TRUE;
}
