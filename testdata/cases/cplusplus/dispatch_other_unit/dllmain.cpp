// The overrider stands in another unit than the call, and the object is made in a third.
#include <windows.h>

#include "plugin.h"

static Plugin *g_plugin;

extern "C" __declspec(dllexport) void set_plugin(Plugin *plugin)
{
    g_plugin = plugin != nullptr ? plugin : make_plugin();
}

static void start_bad()
{
    g_plugin->start();
    g_plugin->stop();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_plugin != nullptr) {
        start_bad();
    }
    return TRUE;
}
