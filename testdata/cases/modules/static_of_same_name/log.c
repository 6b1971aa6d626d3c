#include <windows.h>
#include "parts.h"

static DWORD started;

static void prepare(void)
{
    started = GetTickCount();
}

void log_start_ok(void)
{
    prepare();
}
