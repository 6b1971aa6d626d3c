/* Each function that starts a process. */
#include <windows.h>
#include <winternl.h>
#include <process.h>
#include <stdio.h>
#include <stdlib.h>

/* not in mingw-w64 */
__declspec(dllimport) NTSTATUS NTAPI NtCreateUserProcess(HANDLE *, HANDLE *, ACCESS_MASK, ACCESS_MASK, void *, void *, ULONG, ULONG, void *, void *, void *);
__declspec(dllimport) NTSTATUS NTAPI ZwCreateUserProcess(HANDLE *, HANDLE *, ACCESS_MASK, ACCESS_MASK, void *, void *, ULONG, ULONG, void *, void *, void *);
__declspec(dllimport) NTSTATUS NTAPI RtlCreateUserProcess(UNICODE_STRING *, ULONG, void *, void *, void *, HANDLE, BOOLEAN, HANDLE, HANDLE, void *);
__declspec(dllimport) NTSTATUS NTAPI RtlCreateUserProcessEx(UNICODE_STRING *, void *, BOOLEAN, void *, void *);

static void all_1_bad(void)
{
    CreateProcessA(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CreateProcessW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CreateProcessAsUserA(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CreateProcessAsUserW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CreateProcessWithLogonW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CreateProcessWithTokenW(0, 0, 0, 0, 0, 0, 0, 0, 0);
    NtCreateUserProcess(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    ZwCreateUserProcess(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RtlCreateUserProcess(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RtlCreateUserProcessEx(0, 0, 0, 0, 0);
    WinExec(0, 0);
    _execl(0, 0);
    _wexecl(0, 0);
    execl(0, 0);
    _execle(0, 0);
    _wexecle(0, 0);
    execle(0, 0);
    _execlp(0, 0);
    _wexeclp(0, 0);
    execlp(0, 0);
    _execlpe(0, 0);
    _wexeclpe(0, 0);
    execlpe(0, 0);
    _execv(0, 0);
    _wexecv(0, 0);
    execv(0, 0);
    _execve(0, 0, 0);
    _wexecve(0, 0, 0);
    execve(0, 0, 0);
    _execvp(0, 0);
    _wexecvp(0, 0);
    execvp(0, 0);
    _execvpe(0, 0, 0);
    _wexecvpe(0, 0, 0);
    execvpe(0, 0, 0);
    _popen(0, 0);
    _wpopen(0, 0);
    _spawnl(0, 0, 0);
    _wspawnl(0, 0, 0);
    spawnl(0, 0, 0);
}

static void all_2_bad(void)
{
    _spawnle(0, 0, 0);
    _wspawnle(0, 0, 0);
    spawnle(0, 0, 0);
    _spawnlp(0, 0, 0);
    _wspawnlp(0, 0, 0);
    spawnlp(0, 0, 0);
    _spawnlpe(0, 0, 0);
    _wspawnlpe(0, 0, 0);
    spawnlpe(0, 0, 0);
    _spawnv(0, 0, 0);
    _wspawnv(0, 0, 0);
    spawnv(0, 0, 0);
    _spawnve(0, 0, 0, 0);
    _wspawnve(0, 0, 0, 0);
    spawnve(0, 0, 0, 0);
    _spawnvp(0, 0, 0);
    _wspawnvp(0, 0, 0);
    spawnvp(0, 0, 0);
    _spawnvpe(0, 0, 0, 0);
    _wspawnvpe(0, 0, 0, 0);
    spawnvpe(0, 0, 0, 0);
    system("dir");
    _wsystem(L"dir");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_1_bad();
    all_2_bad();
    return TRUE;
}
