#include "log.h"

static wchar_t g_name[64];

void log_begin_bad(void)
{
    account_name_bad(g_name, 64);
}
