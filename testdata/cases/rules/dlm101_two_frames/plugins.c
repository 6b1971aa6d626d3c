#include <windows.h>

BOOL plugins_open_bad(const char *folder)
{
    char path[MAX_PATH];

    wsprintfA(path, "%s\\first.dll", folder);
    return LoadLibraryExA(path, NULL, 0) != NULL;
}
