/* Behind a void pointer there is still the one object that was put there. */
#include <windows.h>

struct job {
    void (*done)(struct job *job);
    HMODULE library;
};

static void done_plain_ok(struct job *job)
{
    job->library = NULL;
}

static void done_loaded_ok(struct job *job)
{
    FreeLibrary(job->library);
}

static struct job g_plain = {done_plain_ok, NULL};
static struct job g_loaded = {done_loaded_ok, NULL};
static void *g_context;

static void keep(void *context)
{
    g_context = context;
}

void start(void)
{
    keep(&g_plain);
}

void finish_loaded(void)
{
    g_loaded.done(&g_loaded);
}

static void finish(void *context)
{
    struct job *job = (struct job *)context;

    job->done(job);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        finish(g_context);
    }
    return TRUE;
}
