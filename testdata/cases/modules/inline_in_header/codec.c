#include "load.h"

void codec_start_bad(void)
{
    load_bad("codec.dll");
}
