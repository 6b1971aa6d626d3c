#include <windows.h>
#include <mmsystem.h>

void helper_work_bad(void)
{
    PlaySoundW(L"start.wav", NULL, SND_FILENAME | SND_ASYNC);
}
