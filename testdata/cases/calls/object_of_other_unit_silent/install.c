/* One unit fills the objects, another one calls through the pointer to the harmless one. */
#include <windows.h>

#include "device.h"

static struct device disk, modem;
struct device *g_current;

static void shutdown_disk_ok(void)
{
    OutputDebugStringA("disk");
}

static void shutdown_modem_ok(void)
{
    FreeLibrary(GetModuleHandleA("modem.dll"));
}

void install_devices(void)
{
    disk.shutdown = shutdown_disk_ok;
    modem.shutdown = shutdown_modem_ok;
    g_current = &disk;
}
