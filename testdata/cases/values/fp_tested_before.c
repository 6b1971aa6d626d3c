/* Known wrong: the second test of a field cannot come out otherwise than the first. */
#include <windows.h>

struct hook {
    BOOL installed;
    int slot;
};

static void note_ok(struct hook *hook)
{
    hook->slot++;
}

/* What a condition says of a field behind a pointer of unknown origin is not kept. */
static void FP_report_wrong_state(void)
{
    LoadLibraryA("report.dll");
}

static void remove_hook(struct hook *hook)
{
    if (!hook->installed) {
        return;
    }
    hook->slot = 0;
    if (!hook->installed) {
        FP_report_wrong_state();
    }
    note_ok(hook);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        remove_hook((struct hook *)TlsGetValue(0));
    }
    return TRUE;
}
