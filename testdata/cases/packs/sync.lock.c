/* Each function of locks. */
// options: --rules *
#include <windows.h>
#include <winternl.h>
#include <pthread.h>

/* not in mingw-w64 */
__declspec(dllimport) void NTAPI RtlAcquireSRWLockExclusive(void *);
__declspec(dllimport) void NTAPI RtlAcquireSRWLockShared(void *);
__declspec(dllimport) void NTAPI RtlInitializeSRWLock(void *);
__declspec(dllimport) void NTAPI RtlReleaseResource(void *);
__declspec(dllimport) void NTAPI RtlReleaseSRWLockExclusive(void *);
__declspec(dllimport) void NTAPI RtlReleaseSRWLockShared(void *);
__declspec(dllimport) BOOLEAN NTAPI RtlTryAcquireSRWLockExclusive(void *);
__declspec(dllimport) BOOLEAN NTAPI RtlTryAcquireSRWLockShared(void *);
__declspec(dllimport) BOOLEAN NTAPI RtlTryEnterCriticalSection(void *);
__declspec(dllimport) NTSTATUS NTAPI RtlDeleteCriticalSection(RTL_CRITICAL_SECTION *);
__declspec(dllimport) NTSTATUS NTAPI RtlEnterCriticalSection(RTL_CRITICAL_SECTION *);
__declspec(dllimport) NTSTATUS NTAPI RtlInitializeCriticalSection(RTL_CRITICAL_SECTION *);
__declspec(dllimport) NTSTATUS NTAPI RtlLeaveCriticalSection(RTL_CRITICAL_SECTION *);
__declspec(dllimport) BOOLEAN NTAPI RtlAcquireResourceExclusive(void *, BOOLEAN);
__declspec(dllimport) BOOLEAN NTAPI RtlAcquireResourceShared(void *, BOOLEAN);
__declspec(dllimport) NTSTATUS NTAPI RtlInitializeCriticalSectionAndSpinCount(RTL_CRITICAL_SECTION *, ULONG);
__declspec(dllimport) NTSTATUS NTAPI RtlInitializeCriticalSectionEx(RTL_CRITICAL_SECTION *, ULONG, ULONG);
__declspec(dllimport) int mtx_init(void *, int);
__declspec(dllimport) int mtx_lock(void *);
__declspec(dllimport) int mtx_trylock(void *);
__declspec(dllimport) int mtx_unlock(void *);
__declspec(dllimport) void mtx_destroy(void *);

static void all_bad(void)
{
    AcquireSRWLockExclusive(0);
    AcquireSRWLockShared(0);
    DeleteCriticalSection(0);
    EnterCriticalSection(0);
    InitializeCriticalSection(0);
    InitializeCriticalSectionAndSpinCount(0, 0);
    InitializeCriticalSectionEx(0, 0, 0);
    InitializeSRWLock(0);
    LeaveCriticalSection(0);
    ReleaseMutex(0);
    ReleaseSRWLockExclusive(0);
    ReleaseSRWLockShared(0);
    RtlAcquireResourceExclusive(0, 0);
    RtlAcquireResourceShared(0, 0);
    RtlAcquireSRWLockExclusive(0);
    RtlAcquireSRWLockShared(0);
    RtlDeleteCriticalSection(0);
    RtlEnterCriticalSection(0);
    RtlInitializeCriticalSection(0);
    RtlInitializeCriticalSectionAndSpinCount(0, 0);
    RtlInitializeCriticalSectionEx(0, 0, 0);
    RtlInitializeSRWLock(0);
    RtlLeaveCriticalSection(0);
    RtlReleaseResource(0);
    RtlReleaseSRWLockExclusive(0);
    RtlReleaseSRWLockShared(0);
    mtx_destroy(0);
    mtx_init(0, 0);
    mtx_lock(0);
    mtx_unlock(0);
    pthread_mutex_destroy(0);
    pthread_mutex_init(0, 0);
    pthread_mutex_lock(0);
    pthread_mutex_unlock(0);
    pthread_rwlock_rdlock(0);
    pthread_rwlock_unlock(0);
    pthread_rwlock_wrlock(0);
    pthread_spin_lock(0);
    pthread_spin_unlock(0);
}

static void all_ok(void)
{
    RtlTryAcquireSRWLockExclusive(0);
    RtlTryAcquireSRWLockShared(0);
    RtlTryEnterCriticalSection(0);
    TryAcquireSRWLockExclusive(0);
    TryAcquireSRWLockShared(0);
    TryEnterCriticalSection(0);
    mtx_trylock(0);
    pthread_mutex_trylock(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
