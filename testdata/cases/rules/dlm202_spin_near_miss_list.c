/* A thread that exits empties its own list.  New lists begin as NULL on other threads, too, but
 * nobody is waited for: the loop takes the entries out itself, through a pointer to the list. */
#include <windows.h>
#include <stdlib.h>

struct entry {
    struct entry *next;
    HANDLE event;
};

struct worker {
    struct entry *held;
    HANDLE thread;
};

static DWORD g_slot;

static struct worker *new_worker_ok(void)
{
    struct worker *worker = malloc(sizeof *worker);
    if (worker != NULL) {
        worker->held = NULL;
    }
    return worker;
}

static DWORD WINAPI run_ok(void *nothing)
{
    TlsSetValue(g_slot, new_worker_ok());
    return 0;
}

__declspec(dllexport) HANDLE start_ok(void)
{
    return CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
}

static void take_out_ok(struct worker *worker)
{
    struct entry **list = &worker->held;
    struct entry *first = *list;
    *list = first->next;
    SetEvent(first->event);
}

static void end_worker_ok(struct worker *worker)
{
    while (worker->held != NULL) {
        take_out_ok(worker);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        struct worker *worker = TlsGetValue(g_slot);
        if (worker != NULL) {
            end_worker_ok(worker);
        }
    }
    return TRUE;
}
