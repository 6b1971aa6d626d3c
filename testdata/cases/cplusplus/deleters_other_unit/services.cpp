#include <windows.h>

#include "owners.h"

Service *make_service()
{
    return new Service;
}

void stop_named_bad(Service *)
{
    LoadLibraryA("named.dll");
}

void stop_given_bad(Service *)
{
    LoadLibraryA("given.dll");
}

void stop_pointer_bad(Service *)
{
    LoadLibraryA("pointer.dll");
}

void stop_nothing_ok(Service *)
{
}

void stop_elsewhere_ok(Service *)
{
    LoadLibraryA("elsewhere.dll");
}

extern "C" __declspec(dllexport) void start()
{
    g_given.reset(make_service(), stop_given_bad);
    g_pointer = std::unique_ptr<Service, void (*)(Service *)>(make_service(), stop_pointer_bad);
    g_harmless.reset(make_service(), stop_nothing_ok);
    g_of_another_dll.reset(make_service(), stop_elsewhere_ok); /* defined in no unit of this DLL */
}
