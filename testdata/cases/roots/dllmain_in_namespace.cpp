/* A function and a method that are named DllMain are not the entry point. */
#include <windows.h>

namespace plugin
{
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    return LoadLibraryA("plugin.dll") != nullptr;
}
} // namespace plugin

struct host {
    BOOL DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
    {
        return LoadLibraryA("host.dll") != nullptr;
    }
};

extern "C" BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
