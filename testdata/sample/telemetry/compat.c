/* compat.c - what differs between 32-bit and 64-bit processes. */
#include "telemetry.h"

#ifndef _WIN64
/* A 32-bit process on 64-bit Windows reads the counters of the 64-bit side. */
static BOOL load_counters(void)
{
    BOOL wow64 = FALSE;
    if (!IsWow64Process(GetCurrentProcess(), &wow64) || !wow64) {
        return TRUE;
    }
    return LoadLibraryW(L"wow64counters.dll") != NULL;
}
#endif

BOOL compat_prepare(void)
{
#ifndef _WIN64
    return load_counters();
#else
    return TRUE;
#endif
}
