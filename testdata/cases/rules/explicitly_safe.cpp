// What Microsoft's pages allow in DllMain, one after the other: nothing of it is reported.
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <evntprov.h>
#include <wincrypt.h>

extern "C" void WPP_INIT_TRACING(const wchar_t *), WPP_CLEANUP();
extern "C" __declspec(dllimport) BOOL __cdecl AfxInitExtensionModule(void *, HMODULE);
extern "C" __declspec(dllimport) void __cdecl AfxTermExtensionModule(void *, BOOL);
extern "C" __declspec(dllimport) void NTAPI LdrFastFailInLoaderCallout();
extern "C" __declspec(dllimport) HRESULT WINAPI TraceLoggingRegister(void *);
extern "C" __declspec(dllimport) void WINAPI TraceLoggingUnregister(void *);
class __declspec(dllimport) CWbemProviderGlue
{
public:
    static BOOL FrameworkLoginDLL(const wchar_t *);
    static BOOL FrameworkLogoffDLL(const wchar_t *);
};

static CRITICAL_SECTION g_lock, g_spin_lock, g_third_lock;
static SRWLOCK g_slim;
static HANDLE g_event, g_map;
static DWORD g_index, g_fls;
static REGHANDLE g_provider;
static HINSTANCE g_self;
static int *g_numbers, g_zero;
static volatile LONG g_count;
static char g_module[8];

static void locks_ok()
{
    InitializeCriticalSection(&g_lock);
    InitializeCriticalSectionAndSpinCount(&g_spin_lock, 4000);
    InitializeCriticalSectionEx(&g_third_lock, 0, 0);
    InitializeSRWLock(&g_slim);
    g_event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    CreateMutexW(nullptr, FALSE, nullptr);
    CreateSemaphoreW(nullptr, 0, 1, nullptr);
    SetEvent(g_event);
    WaitForSingleObject(g_event, 0);
    if (TryEnterCriticalSection(&g_lock))
        LeaveCriticalSection(&g_lock);
}

static void memory_ok()
{
    g_numbers = static_cast<int *>(HeapAlloc(GetProcessHeap(), 0, 100));
    VirtualAlloc(nullptr, 4096, MEM_RESERVE, PAGE_READWRITE);
    LocalAlloc(0, 100);
    g_index = TlsAlloc();
    TlsSetValue(g_index, nullptr);
    g_fls = FlsAlloc(nullptr);
}

static void files_ok()
{
    char text[64];
    DWORD n = 0;
    HANDLE file = CreateFileW(L"C:\\settings.ini", GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr);
    ReadFile(file, text, sizeof text, &n, nullptr);
    WriteFile(file, text, n, &n, nullptr);
    CloseHandle(file);
    GetPrivateProfileIntA("a", "b", 0, "settings.ini");
    GetPrivateProfileStringA("a", "b", "", text, sizeof text, "settings.ini");
    g_map = CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0, 4096, L"shared");
    MapViewOfFile(g_map, FILE_MAP_WRITE, 0, 0, 0);
}

static void kernel_ok()
{
    char text[64];
    SYSTEMTIME now;
    FILETIME time;
    LARGE_INTEGER counter;
    DWORD old = 0;
    GetTickCount64();
    GetSystemTime(&now);
    GetLocalTime(&now);
    GetSystemTimeAsFileTime(&time);
    QueryPerformanceCounter(&counter);
    GetCurrentProcessId();
    GetCurrentThreadId();
    GetEnvironmentVariableA("A", text, sizeof text);
    SetEnvironmentVariableA("A", "b");
    GetCommandLineW();
    InterlockedIncrement(&g_count);
    InterlockedExchange(&g_count, 1);
    lstrcpynA(text, "a", sizeof text);
    lstrlenA(text);
    SetLastError(GetLastError());
    OutputDebugStringA(text);
    VirtualProtect(text, sizeof text, PAGE_READWRITE, &old);
    FlushInstructionCache(GetCurrentProcess(), text, sizeof text);
}

static void module_ok(HINSTANCE self)
{
    HMODULE pinned = nullptr;
    char path[MAX_PATH];
    g_self = self;
    DisableThreadLibraryCalls(self);
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN,
                       reinterpret_cast<LPCWSTR>(&g_self), &pinned);
    GetModuleFileNameA(self, path, MAX_PATH);
    GetProcAddress(GetModuleHandleA("kernel32.dll"), "GetTickCount64");
    LdrFastFailInLoaderCallout();
}

static void registrations_ok()
{
    EventRegister(nullptr, nullptr, nullptr, &g_provider);
    EventWrite(g_provider, nullptr, 0, nullptr);
    TraceLoggingRegister(nullptr);
    WPP_INIT_TRACING(L"name");
    CryptInstallOIDFunctionAddress(g_self, X509_ASN_ENCODING, "", 0, nullptr, 0);
    AfxInitExtensionModule(g_module, g_self);
    CWbemProviderGlue::FrameworkLoginDLL(L"name");
}

static void unload_ok()
{
    CWbemProviderGlue::FrameworkLogoffDLL(L"name");
    AfxTermExtensionModule(g_module, FALSE);
    WPP_CLEANUP();
    TraceLoggingUnregister(nullptr);
    EventUnregister(g_provider);
    FlsFree(g_fls);
    TlsFree(g_index);
    DeleteCriticalSection(&g_third_lock);
    DeleteCriticalSection(&g_spin_lock);
    DeleteCriticalSection(&g_lock);
    CloseHandle(g_event);
    HeapFree(GetProcessHeap(), 0, g_numbers);
}

static void exit_ok()
{
    g_numbers = nullptr;
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        locks_ok();
        memory_ok();
        files_ok();
        kernel_ok();
        module_ok(self);
        registrations_ok();
    }
    if (reason == DLL_PROCESS_DETACH) {
        if (reserved != nullptr)
            exit_ok();
        else
            unload_ok();
    }
    return TRUE;
}

extern "C" __declspec(dllexport) HRESULT export_ok()
{
    return LoadLibraryW(L"late.dll") != nullptr ? S_OK : E_FAIL;
}
