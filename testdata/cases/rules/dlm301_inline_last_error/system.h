#define WINAPI __stdcall
#define TRUE 1
#define INFINITE 0xFFFFFFFFUL
#define DLL_PROCESS_ATTACH 1
#define ERROR_ALREADY_EXISTS 183UL

typedef int BOOL;
typedef unsigned long DWORD;
typedef void *HANDLE;

__declspec(dllimport) HANDLE WINAPI CreateMutexW(void *security, BOOL owner, const unsigned short *name);
__declspec(dllimport) BOOL WINAPI ReleaseMutex(HANDLE mutex);
__declspec(dllimport) DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD milliseconds);
__declspec(dllimport) void *WINAPI NtCurrentTeb(void);

static inline DWORD WINAPI GetLastError(void)
{
    return *(DWORD *)((void **)NtCurrentTeb() + 13);
}

static inline DWORD WINAPI GetOtherError(void)
{
    return *(DWORD *)((void **)NtCurrentTeb() + 14);
}
