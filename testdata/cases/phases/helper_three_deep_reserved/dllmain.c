/* Reason and lpvReserved travel through three calls and another unit before they are tested. */
#include <windows.h>
#include "events.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return on_loader_event(instance, reason, reserved);
}
