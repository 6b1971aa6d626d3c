#include <windows.h>
#include "parts.h"

static void prepare(void)
{
    LoadLibraryA("codec.dll");
}

void codec_start_bad(void)
{
    prepare();
}
