/* Nobody else is in the DLL while it is attached, and whether the partner needs the loader lock at
   all is not certain: silence. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static SRWLOCK g_names = SRWLOCK_INIT;
static FARPROC g_entry;
static HMODULE g_codecs;

__declspec(dllexport) FARPROC entry(HMODULE module)
{
    AcquireSRWLockExclusive(&g_lock);
    g_entry = GetProcAddress(module, "Entry");
    ReleaseSRWLockExclusive(&g_lock);
    return g_entry;
}

static void prepare(int with_codecs)
{
    if (with_codecs) {
        g_codecs = LoadLibraryA("codecs.dll");
    }
}

__declspec(dllexport) void start(int with_codecs)
{
    AcquireSRWLockExclusive(&g_names);
    prepare(with_codecs);
    ReleaseSRWLockExclusive(&g_names);
}

static void reset_ok(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_entry = NULL;
    ReleaseSRWLockExclusive(&g_lock);
    AcquireSRWLockExclusive(&g_names);
    g_codecs = NULL;
    ReleaseSRWLockExclusive(&g_names);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        reset_ok();
    }
    return TRUE;
}
