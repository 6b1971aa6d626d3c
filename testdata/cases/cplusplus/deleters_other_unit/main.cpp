// Owners that are defined here; their deleters stand in another unit, and some of them are given
// there, too.
#include <windows.h>

#include "owners.h"

static std::shared_ptr<Service> g_named(make_service(), stop_named_bad);
std::shared_ptr<Service> g_given;
std::unique_ptr<Service, void (*)(Service *)> g_pointer(nullptr, nullptr);
std::shared_ptr<Service> g_harmless;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
