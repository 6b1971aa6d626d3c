#include <windows.h>
#include <shlwapi.h>

static WCHAR g_path[MAX_PATH];

void helper_work_bad(void)
{
    PathRemoveFileSpecW(g_path);
}
