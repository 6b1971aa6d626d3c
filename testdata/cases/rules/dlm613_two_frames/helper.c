#include <windows.h>
#include <mfapi.h>

void helper_work_bad(void)
{
    MFStartup(MF_VERSION, MFSTARTUP_FULL);
}
