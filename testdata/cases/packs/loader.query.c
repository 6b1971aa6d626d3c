/* Each function that asks the loader. */
// options: --rules *
#define PSAPI_VERSION 1
#include <windows.h>
#include <winternl.h>
#include <tlhelp32.h>
#include <psapi.h>

/* not in mingw-w64 */
__declspec(dllimport) FARPROC WINAPI GetProcAddressForCaller(HMODULE, LPCSTR, LPVOID);
__declspec(dllimport) void NTAPI LdrFastFailInLoaderCallout(void);
__declspec(dllimport) NTSTATUS NTAPI LdrGetDllHandle(PWSTR, ULONG *, UNICODE_STRING *, HANDLE *);
__declspec(dllimport) NTSTATUS NTAPI LdrGetProcedureAddress(HANDLE, void *, ULONG, void **);
__declspec(dllimport) NTSTATUS NTAPI LdrLockLoaderLock(ULONG, ULONG *, ULONG_PTR *);

static void all_bad(void)
{
    CreateToolhelp32Snapshot(TH32CS_SNAPMODULE, 0);
    DisableThreadLibraryCalls(0);
    EnumProcessModules(0, 0, 0, 0);
    EnumProcessModulesEx(0, 0, 0, 0, 0);
    GetModuleFileNameA(0, 0, 0);
    GetModuleFileNameW(0, 0, 0);
    GetModuleHandleA("other.dll");
    GetModuleHandleW(L"other.dll");
    GetModuleHandleExA(0, 0, 0);
    GetModuleHandleExW(0, 0, 0);
    GetModuleInformation(0, 0, 0, 0);
    GetProcAddress(0, 0);
    GetProcAddressForCaller(0, 0, 0);
    LdrGetDllHandle(0, 0, 0, 0);
    LdrGetProcedureAddress(0, 0, 0, 0);
    LdrLockLoaderLock(0, 0, 0);
}

static void all_ok(void)
{
    LdrFastFailInLoaderCallout();
    Module32First(0, 0);
    Module32FirstW(0, 0);
    Module32Next(0, 0);
    Module32NextW(0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
