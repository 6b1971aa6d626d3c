/* The native API gives the handle through a parameter, and waits with a pointer to the timeout. */
#include <windows.h>
#include <winternl.h>

NTSTATUS NTAPI RtlCreateUserThread(HANDLE process, SECURITY_DESCRIPTOR *descriptor, BOOLEAN suspended,
                                   ULONG zero_bits, SIZE_T reserve, SIZE_T commit,
                                   PTHREAD_START_ROUTINE start, void *parameter, HANDLE *thread,
                                   CLIENT_ID *id);
NTSTATUS NTAPI NtCreateThreadEx(HANDLE *thread, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes,
                                HANDLE process, PTHREAD_START_ROUTINE start, void *parameter,
                                ULONG flags, SIZE_T zero_bits, SIZE_T commit, SIZE_T reserve,
                                void *list);

static HANDLE g_worker;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

static void create_and_wait_bad(void)
{
    HANDLE thread;

    RtlCreateUserThread(GetCurrentProcess(), NULL, FALSE, 0, 0, 0, run_ok, NULL, &thread, NULL);
    NtWaitForSingleObject(thread, FALSE, NULL);
    NtClose(thread);
}

static void create_bad(void)
{
    NtCreateThreadEx(&g_worker, THREAD_ALL_ACCESS, NULL, GetCurrentProcess(), run_ok, NULL, 0, 0, 0, 0,
                     NULL);
}

static void wait_bad(void)
{
    WaitForSingleObject(g_worker, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        create_and_wait_bad();
        create_bad();
        wait_bad();
    }
    return TRUE;
}
