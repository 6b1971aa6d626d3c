#include <windows.h>

int start_ok()
{
    return LoadLibraryA("helper.dll") != nullptr;
}

static int g_started = start_ok();

int main()
{
    return g_started;
}
