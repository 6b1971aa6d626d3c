#include <windows.h>

void init(void);

void init(void)
{
    SetLastError(ERROR_SUCCESS);
}
