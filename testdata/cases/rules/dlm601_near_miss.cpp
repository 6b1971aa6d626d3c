/* Functions of the project that are named alike. */
#include <windows.h>

namespace fake {
int GetSystemMetrics(int index)
{
    return index;
}
} // namespace fake

struct panel {
    bool shown;
    void ShowWindow(bool show)
    {
        shown = show;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        panel p = {false};
        p.ShowWindow(fake::GetSystemMetrics(0) == 0);
    }
    return TRUE;
}
