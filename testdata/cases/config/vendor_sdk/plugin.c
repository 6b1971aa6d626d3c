// A plug-in of a made-up vendor: what its SDK does stands in packs/acme.json, what this project
// thinks of it in .dllmain-lint.json. What the project's own wrapper calls at attach is not reported,
// as its authors know what they do; at detach it is.
#include <windows.h>

#include "acme/acme.h"

static HMODULE extra;

static void on_worker_ok(void *data)
{
    LoadLibraryW(data);
}

static void on_plugin_bad(void *data)
{
    LoadLibraryW(data);
}

static void my_load_once_bad(const wchar_t *name)
{
    if (!extra)
        extra = LoadLibraryW(name);
}

static void connect_bad(void)
{
    AcmeConnectW(L"broker");
}

static void shutdown_bad(void)
{
    AcmeJobWaitAll(INFINITE);
}

static void look_ok(void)
{
    AcmeJobWaitAll(0);
}

/* The ACME host calls this under the loader lock of its own. */
int AcmePluginStart_bad(void)
{
    return LoadLibraryW(L"helper.dll") != NULL;
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH)
    {
        AcmeTrace("attach");
        AcmePost(on_worker_ok, self);
        AcmeForEachPlugin(on_plugin_bad, self);
        my_load_once_bad(L"extra.dll");
        connect_bad();
        look_ok();
    }
    if (reason == DLL_PROCESS_DETACH && !reserved)
    {
        shutdown_bad();
        my_load_once_bad(L"report.dll");
    }
    return TRUE;
}
