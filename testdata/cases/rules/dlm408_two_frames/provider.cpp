#include <windows.h>
#include <wbemcli.h>

static IWbemServices *g_services;

static void ask_bad(IWbemServices *services)
{
    IEnumWbemClassObject *rows = nullptr;
    services->ExecQuery(nullptr, nullptr, 0, nullptr, &rows);
}

void start_provider_bad()
{
    ask_bad(g_services);
}
