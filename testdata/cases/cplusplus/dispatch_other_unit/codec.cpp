#include "codec.h"

#include <windows.h>

static void load_bad()
{
    LoadLibraryA("codec.dll");
}

void CodecPlugin::start()
{
    load_bad();
}

static void unload_ok()
{
    FreeLibrary(nullptr);
}

void UnusedPlugin::start()
{
    unload_ok();
}

void UnusedPlugin::stop()
{
    unload_ok();
}
