/* A provider whose exports ask WMI; nothing of that runs under the loader lock. */
#include <windows.h>
#include <wbemcli.h>

static IWbemServices *g_services;

extern "C" __declspec(dllexport) HRESULT ask_ok()
{
    IEnumWbemClassObject *rows = nullptr;
    return g_services->ExecQuery(nullptr, nullptr, 0, nullptr, &rows);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_services = nullptr;
    }
    return TRUE;
}
