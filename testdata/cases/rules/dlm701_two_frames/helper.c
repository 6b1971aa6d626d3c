#include <windows.h>

static char text[80];

void helper_work_bad(void)
{
    FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, text, sizeof text, NULL);
}
