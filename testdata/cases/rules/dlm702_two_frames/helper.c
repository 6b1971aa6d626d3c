#include <windows.h>
#include <shellapi.h>

void helper_work_bad(void)
{
    SHFreeNameMappings(NULL);
}
