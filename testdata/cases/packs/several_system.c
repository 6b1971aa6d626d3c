// Packs that need no more than these headers, in one unit: parsing them is what a case costs.
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <objbase.h>
#include <ole2.h>
#include <roapi.h>
#include <oleauto.h>
#include <comsvcs.h>
#include <process.h>
#include <wincrypt.h>
#include <wintrust.h>
#include <softpub.h>
#include <bcrypt.h>
#include <ncrypt.h>
#include <dbghelp.h>
#include <evntrace.h>
#include <delayimp.h>
#include <stdlib.h>
#include <malloc.h>
#include <dxgi1_3.h>
#include <winternl.h>
#include <time.h>
#include <unistd.h>
#include <pthread.h>
#include <sched.h>
#include <winver.h>
#include <ctype.h>
#include <wctype.h>
#include <locale.h>
#include <sql.h>
#include <sqlext.h>

/* ---- clr ---- */

/* Each function that starts the .NET run time. */
/* not in mingw-w64 */
__declspec(dllimport) HRESULT WINAPI CLRCreateInstance(REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToRuntime(LPCWSTR, LPCWSTR, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToRuntimeEx(LPCWSTR, LPCWSTR, DWORD, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToCurrentRuntime(LPCWSTR, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) int coreclr_initialize(const char *, const char *, int, const char **, const char **, void **, unsigned *);
__declspec(dllimport) int coreclr_create_delegate(void *, unsigned, const char *, const char *, const char *, void **);
__declspec(dllimport) int coreclr_execute_assembly(void *, unsigned, int, const char **, const char *, unsigned *);
__declspec(dllimport) int hostfxr_get_runtime_delegate(void *, int, void **);
__declspec(dllimport) int hostfxr_initialize_for_runtime_config(const wchar_t *, const void *, void **);
__declspec(dllimport) int hostfxr_main(int, const wchar_t **);
__declspec(dllimport) int hostfxr_run_app(void *);

static void clr_all_bad(void)
{
    CLRCreateInstance(0, 0, 0);
    CorBindToCurrentRuntime(0, 0, 0, 0);
    CorBindToRuntime(0, 0, 0, 0, 0);
    CorBindToRuntimeEx(0, 0, 0, 0, 0, 0);
    coreclr_create_delegate(0, 0, 0, 0, 0, 0);
    coreclr_execute_assembly(0, 0, 0, 0, 0, 0);
    coreclr_initialize(0, 0, 0, 0, 0, 0, 0);
    hostfxr_get_runtime_delegate(0, 0, 0);
    hostfxr_initialize_for_runtime_config(0, 0, 0);
    hostfxr_main(0, 0);
    hostfxr_run_app(0);
}

static BOOL clr_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    clr_all_bad();
    return TRUE;
}

/* ---- com.init ---- */

/* Each function that initialises COM. */
/* not in mingw-w64 */
__declspec(dllimport) BOOL AfxOleInit(void);
__declspec(dllimport) void AfxOleTerm(BOOL);

static void com_init_all_bad(void)
{
    AfxOleInit();
    AfxOleTerm(0);
    CoDecrementMTAUsage(0);
    CoIncrementMTAUsage(0);
    CoInitialize(0);
    CoInitializeEx(0, 0);
    CoInitializeSecurity(0, 0, 0, 0, 0, 0, 0, 0, 0);
    CoSetProxyBlanket(0, 0, 0, 0, 0, 0, 0, 0);
    CoUninitialize();
    OleInitialize(0);
    OleUninitialize();
    RoInitialize(0);
    RoUninitialize();
}

static BOOL com_init_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    com_init_all_bad();
    return TRUE;
}

/* ---- com.memory ---- */

/* Each function that frees or allocates through COM. */
static void com_memory_all_bad(void)
{
    CoTaskMemAlloc(0);
    CoTaskMemFree(0);
    CoTaskMemRealloc(0, 0);
    PropVariantClear(0);
    SafeArrayDestroy(0);
    SysAllocString(0);
    SysFreeString(0);
    VariantChangeType(0, 0, 0, 0);
    VariantClear(0);
}

static void com_memory_all_ok(void)
{
    VariantInit(0);
}

static BOOL com_memory_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    com_memory_all_bad();
    com_memory_all_ok();
    return TRUE;
}

/* ---- com.use ---- */

/* Each function of COM. */
static void com_use_all_bad(void)
{
    BindMoniker(0, 0, 0, 0);
    CLSIDFromProgID(0, 0);
    CLSIDFromProgIDEx(0, 0);
    CoCreateInstance(0, 0, 0, 0, 0);
    CoCreateInstanceEx(0, 0, 0, 0, 0, 0);
    CoCreateInstanceFromApp(0, 0, 0, 0, 0, 0);
    CoDisconnectObject(0, 0);
    CoGetClassObject(0, 0, 0, 0, 0);
    CoGetInstanceFromFile(0, 0, 0, 0, 0, 0, 0, 0);
    CoGetInterfaceAndReleaseStream(0, 0, 0);
    CoGetObject(0, 0, 0, 0);
    CoLockObjectExternal(0, 0, 0);
    CoMarshalInterThreadInterfaceInStream(0, 0, 0);
    CoMarshalInterface(0, 0, 0, 0, 0, 0);
    CoRegisterClassObject(0, 0, 0, 0, 0);
    CoRegisterMessageFilter(0, 0);
    CoReleaseMarshalData(0);
    CoRevokeClassObject(0);
    CoUnmarshalInterface(0, 0, 0);
    CreateBindCtx(0, 0);
    DoDragDrop(0, 0, 0, 0);
    GetActiveObject(0, 0, 0);
    MkParseDisplayName(0, 0, 0, 0);
    OleCreate(0, 0, 0, 0, 0, 0, 0);
    OleFlushClipboard();
    OleGetClipboard(0);
    OleLoad(0, 0, 0, 0);
    OleRun(0);
    OleSetClipboard(0);
    ProgIDFromCLSID(0, 0);
    RegisterActiveObject(0, 0, 0, 0);
    RegisterDragDrop(0, 0);
    RevokeActiveObject(0, 0);
    RevokeDragDrop(0);
    RoActivateInstance(0, 0);
    RoGetActivationFactory(0, 0, 0);
}

static BOOL com_use_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    com_use_all_bad();
    return TRUE;
}

/* ---- crt.entry ---- */

/* The functions that start the runtime. */
/* not in mingw-w64 */
__declspec(dllimport) BOOL WINAPI _CRT_INIT(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) BOOL WINAPI _DllMainCRTStartup(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) BOOL WINAPI DllMainCRTStartup(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) void __security_init_cookie(void);

static void crt_entry_all_ok(void)
{
    _CRT_INIT(0, 0, 0);
    _DllMainCRTStartup(0, 0, 0);
    DllMainCRTStartup(0, 0, 0);
    __security_init_cookie();
}

static BOOL crt_entry_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    crt_entry_all_ok();
    return TRUE;
}

/* ---- crypto.capi ---- */

/* Every name of the pack crypto.capi, in both phases of the process. */
static void crypto_capi_calls_bad(void)
{
    CertCloseStore(NULL, 0);
    CertGetCertificateChain(NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL);
    CertOpenStore(CERT_STORE_PROV_SYSTEM, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"MY");
    CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, NULL);
    CertOpenSystemStoreA(0, NULL);
    CertOpenSystemStoreW(0, NULL);
    CertVerifyCertificateChainPolicy(NULL, NULL, NULL, NULL);
    CryptDecodeObjectEx(0, NULL, NULL, 0, 0, NULL, NULL, NULL);
    CryptProtectData(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    CryptQueryObject(0, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    CryptUnprotectData(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    PFXImportCertStore(NULL, NULL, 0);
    WinVerifyTrust(NULL, NULL, NULL);
    WinVerifyTrustEx(NULL, NULL, NULL);
}

static BOOL crypto_capi_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        crypto_capi_calls_bad();
    }
    return TRUE;
}

/* ---- crypto.cng ---- */

/* Every name of the pack crypto.cng, in both phases of the process. */
static void crypto_cng_calls_bad(void)
{
    BCryptOpenAlgorithmProvider(NULL, NULL, NULL, 0);
    NCryptFreeObject(0);
    NCryptOpenKey(0, NULL, NULL, 0, 0);
    NCryptOpenStorageProvider(NULL, NULL, 0);
}

static BOOL crypto_cng_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        crypto_cng_calls_bad();
    }
    return TRUE;
}

/* ---- crypto.openssl ---- */

/* Every name of the pack crypto.openssl, in both phases of the process. */
/* not in mingw-w64 */
struct ssl_ctx_st;
struct ssl_method_st;
struct ossl_init_settings_st;
__declspec(dllimport) int OPENSSL_atexit(void (*handler)(void));
__declspec(dllimport) void OPENSSL_cleanup(void);
__declspec(dllimport) int OPENSSL_init_crypto(
    unsigned __int64 options, const struct ossl_init_settings_st *settings);
__declspec(dllimport) int OPENSSL_init_ssl(
    unsigned __int64 options, const struct ossl_init_settings_st *settings);
__declspec(dllimport) void OPENSSL_thread_stop(void);
__declspec(dllimport) struct ssl_ctx_st *SSL_CTX_new(const struct ssl_method_st *method);
__declspec(dllimport) int SSL_library_init(void);

static void crypto_openssl_calls_bad(void)
{
    OPENSSL_cleanup();
    OPENSSL_init_crypto(0, NULL);
    OPENSSL_init_ssl(0, NULL);
    SSL_CTX_new(NULL);
    SSL_library_init();
}

static void crypto_openssl_calls_ok(void)
{
    OPENSSL_atexit(NULL);
    OPENSSL_init_ssl(0x80000, NULL);
    OPENSSL_thread_stop();
}

static BOOL crypto_openssl_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        crypto_openssl_calls_bad();
        crypto_openssl_calls_ok();
    }
    return TRUE;
}

/* ---- debug.dbghelp ---- */

/* Each function of DbgHelp. */
/* not in mingw-w64 */
__declspec(dllimport) BOOL WINAPI StackWalkEx(DWORD, HANDLE, HANDLE, void *, void *, void *, void *, void *, void *, DWORD);
__declspec(dllimport) BOOL WINAPI StackWalk2(DWORD, HANDLE, HANDLE, void *, void *, void *, void *, void *, void *, void *, DWORD);

static void debug_dbghelp_all_bad(void)
{
    EnumerateLoadedModules64(0, 0, 0);
    EnumerateLoadedModulesEx(0, 0, 0);
    EnumerateLoadedModulesExW(0, 0, 0);
    EnumerateLoadedModulesW64(0, 0, 0);
    MiniDumpWriteDump(GetCurrentProcess(), 0, 0, MiniDumpNormal, 0, 0, 0);
    StackWalk64(0, 0, 0, 0, 0, 0, 0, 0, 0);
    StackWalkEx(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    StackWalk2(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    SymCleanup(0);
    SymEnumSymbols(0, 0, 0, 0, 0);
    SymEnumSymbolsW(0, 0, 0, 0, 0);
    SymFromAddr(0, 0, 0, 0);
    SymFromAddrW(0, 0, 0, 0);
    SymFromName(0, 0, 0);
    SymFromNameW(0, 0, 0);
    SymFunctionTableAccess64(0, 0);
    SymGetLineFromAddr64(0, 0, 0, 0);
    SymGetLineFromAddrW64(0, 0, 0, 0);
    SymGetLineFromName64(0, 0, 0, 0, 0, 0);
    SymGetModuleBase64(0, 0);
    SymGetModuleInfo64(0, 0, 0);
    SymGetModuleInfoW64(0, 0, 0);
    SymGetSymFromAddr64(0, 0, 0, 0);
    SymInitialize(0, 0, 0);
    SymInitializeW(0, 0, 0);
    SymLoadModule64(0, 0, 0, 0, 0, 0);
    SymLoadModuleEx(0, 0, 0, 0, 0, 0, 0, 0);
    SymLoadModuleExW(0, 0, 0, 0, 0, 0, 0, 0);
    SymRefreshModuleList(0);
    SymSetSearchPath(0, 0);
    SymSetSearchPathW(0, 0);
    SymUnloadModule64(0, 0);
}

static void debug_dbghelp_all_ok(void)
{
    SymGetOptions();
    SymSetOptions(0);
    UnDecorateSymbolName(0, 0, 0, 0);
    UnDecorateSymbolNameW(0, 0, 0, 0);
}

static BOOL debug_dbghelp_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    debug_dbghelp_all_bad();
    debug_dbghelp_all_ok();
    return TRUE;
}

/* ---- etw.session ---- */

/* Every name of the pack etw.session, in both phases of the process. */
static void etw_session_calls_bad(void)
{
    ControlTraceA(0, NULL, NULL, EVENT_TRACE_CONTROL_QUERY);
    ControlTraceA(0, NULL, NULL, EVENT_TRACE_CONTROL_STOP);
    ControlTraceW(0, NULL, NULL, EVENT_TRACE_CONTROL_QUERY);
    ControlTraceW(0, NULL, NULL, EVENT_TRACE_CONTROL_FLUSH);
    FlushTraceA(0, NULL, NULL);
    FlushTraceW(0, NULL, NULL);
    QueryTraceA(0, NULL, NULL);
    QueryTraceW(0, NULL, NULL);
    StartTraceA(NULL, NULL, NULL);
    StartTraceW(NULL, NULL, NULL);
    StopTraceA(0, NULL, NULL);
    StopTraceW(0, NULL, NULL);
    UpdateTraceA(0, NULL, NULL);
    UpdateTraceW(0, NULL, NULL);
}

static BOOL etw_session_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        etw_session_calls_bad();
    }
    return TRUE;
}

/* ---- loader.delayload ---- */

/* Each function that loads delayed imports. */
/* not in mingw-w64 */
__declspec(dllimport) PVOID WINAPI ResolveDelayLoadedAPI(PVOID, const void *, void *, void *, void *, ULONG);
__declspec(dllimport) NTSTATUS WINAPI ResolveDelayLoadsFromDll(PVOID, LPCSTR, ULONG);
__declspec(dllimport) BOOL WINAPI __FUnloadDelayLoadedDLL(LPCSTR);
__declspec(dllimport) FARPROC WINAPI __delayLoadHelper2(const void *, FARPROC *);

static void loader_delayload_all_bad(void)
{
    ResolveDelayLoadedAPI(0, 0, 0, 0, 0, 0);
    ResolveDelayLoadsFromDll(0, 0, 0);
    __FUnloadDelayLoadedDLL(0);
    __FUnloadDelayLoadedDLL2(0);
    __HrLoadAllImportsForDll(0);
    __delayLoadHelper2(0, 0);
}

static BOOL loader_delayload_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    loader_delayload_all_bad();
    return TRUE;
}

/* ---- memory ---- */

/* Each function of memory. */
/* not in mingw-w64 */
__declspec(dllimport) PVOID NTAPI RtlAllocateHeap(PVOID, ULONG, SIZE_T);
__declspec(dllimport) BOOLEAN NTAPI RtlFreeHeap(PVOID, ULONG, PVOID);

static void memory_all_ok(void)
{
    GetProcessHeap();
    GlobalAlloc(0, 0);
    GlobalFree(0);
    HeapAlloc(0, 0, 0);
    HeapCreate(0, 0, 0);
    HeapDestroy(0);
    HeapFree(0, 0, 0);
    HeapReAlloc(0, 0, 0, 0);
    HeapSize(0, 0, 0);
    LocalAlloc(0, 0);
    LocalFree(0);
    RtlAllocateHeap(0, 0, 0);
    RtlFreeHeap(0, 0, 0);
    VirtualAlloc(0, 0, 0, 0);
    VirtualAllocEx(0, 0, 0, 0, 0);
    VirtualFree(0, 0, 0);
    VirtualProtect(0, 0, 0, 0);
    VirtualQuery(0, 0, 0);
    _aligned_free(0);
    free(0);
}

static BOOL memory_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    memory_all_ok();
    return TRUE;
}

/* ---- gfx_driver ---- */

/* Every function of the pack gfx.driver, called once. */
/* not in mingw-w64 */
__declspec(dllimport) int clGetPlatformIDs(unsigned count, void **platforms, unsigned *found);
__declspec(dllimport) int cuInit(unsigned flags);
__declspec(dllimport) int cudaFree(void *memory);
__declspec(dllimport) int cudaMalloc(void **memory, size_t size);
__declspec(dllimport) int vkCreateInstance(const void *create, const void *allocator, void **made);
__declspec(dllimport) int vkEnumeratePhysicalDevices(void *instance, unsigned *n, void **devices);

static void gfx_driver_warnings_bad(void)
{
    ChoosePixelFormat(NULL, NULL);
    DescribePixelFormat(NULL, 0, 0, NULL);
    SetPixelFormat(NULL, 0, NULL);
    clGetPlatformIDs(0, NULL, NULL);
    cuInit(0);
    cudaFree(NULL);
    cudaMalloc(NULL, 0);
    vkCreateInstance(NULL, NULL, NULL);
    vkEnumeratePhysicalDevices(NULL, NULL, NULL);
    wglCreateContext(NULL);
    wglMakeCurrent(NULL, NULL);
}

static BOOL gfx_driver_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        gfx_driver_warnings_bad();
    }
    return TRUE;
}

/* ---- gfx_dxgi ---- */

/* Every function of the pack gfx.dxgi, called once. */
static void gfx_dxgi_errors_bad(void)
{
    CreateDXGIFactory(NULL, NULL);
    CreateDXGIFactory1(NULL, NULL);
    CreateDXGIFactory2(0, NULL, NULL);
}

static BOOL gfx_dxgi_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        gfx_dxgi_errors_bad();
    }
    return TRUE;
}

/* ---- sync.delay ---- */

/* Each function that sleeps. */
/* not in mingw-w64 */
__declspec(dllimport) NTSTATUS NTAPI NtDelayExecution(BOOLEAN, LARGE_INTEGER *);
__declspec(dllimport) NTSTATUS NTAPI ZwDelayExecution(BOOLEAN, LARGE_INTEGER *);
__declspec(dllimport) int thrd_sleep(const struct timespec *, struct timespec *);

static void sync_delay_all_bad(void)
{
    NtDelayExecution(0, 0);
    ZwDelayExecution(0, 0);
    Sleep(10);
    _sleep(0);
    sleep(0);
    usleep(0);
    nanosleep(0, 0);
    clock_nanosleep(0, 0, 0, 0);
    thrd_sleep(0, 0);
    pthread_delay_np(0);
}

static void sync_delay_all_ok(void)
{
    SwitchToThread();
    sched_yield();
}

static BOOL sync_delay_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    sync_delay_all_bad();
    sync_delay_all_ok();
    return TRUE;
}

/* ---- nls ---- */

/* Every C function of the pack nls, called once. */
static char nls_text[80];
static WCHAR nls_wide[80];

/* not in mingw-w64 */
__declspec(dllimport) _locale_t _wcreate_locale(int category, const wchar_t *locale);

static void nls_locale_bad(void)
{
    GetStringTypeA(0, 0, NULL, 0, NULL);
    GetStringTypeExA(0, 0, NULL, 0, NULL);
    GetStringTypeExW(0, 0, NULL, 0, NULL);
    GetStringTypeW(0, NULL, 0, NULL);
}

static void nls_notes_bad(void)
{
    FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, nls_text, 80, NULL);
    FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, nls_wide, 80, NULL);
    GetFileVersionInfoA(NULL, 0, 0, NULL);
    GetFileVersionInfoW(NULL, 0, 0, NULL);
    GetFileVersionInfoExA(0, NULL, 0, 0, NULL);
    GetFileVersionInfoExW(0, NULL, 0, 0, NULL);
    GetFileVersionInfoSizeA(NULL, NULL);
    GetFileVersionInfoSizeW(NULL, NULL);
    GetFileVersionInfoSizeExA(0, NULL, NULL);
    GetFileVersionInfoSizeExW(0, NULL, NULL);
    _create_locale(0, NULL);
    _wcreate_locale(0, L"");
    _wsetlocale(0, NULL);
    setlocale(0, NULL);
}

static void nls_silent_ok(void)
{
    isalpha(0);
    iswalpha(0);
}

static BOOL nls_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        nls_locale_bad();
        nls_notes_bad();
        nls_silent_ok();
    }
    return TRUE;
}

/* ---- db.odbc ---- */

/* Every name of the pack db.odbc, in both phases of the process. */
static void db_odbc_calls_bad(void)
{
    SQLAllocHandle(SQL_HANDLE_STMT, NULL, NULL);
    SQLBrowseConnect(NULL, NULL, 0, NULL, 0, NULL);
    SQLBrowseConnectA(NULL, NULL, 0, NULL, 0, NULL);
    SQLBrowseConnectW(NULL, NULL, 0, NULL, 0, NULL);
    SQLConnect(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLConnectA(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLConnectW(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDisconnect(NULL);
    SQLDriverConnect(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDriverConnectA(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDriverConnectW(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLEndTran(0, NULL, 0);
    SQLExecDirect(NULL, NULL, 0);
    SQLExecDirectA(NULL, NULL, 0);
    SQLExecDirectW(NULL, NULL, 0);
    SQLExecute(NULL);
    SQLFreeHandle(SQL_HANDLE_DBC, NULL);
    SQLPrepare(NULL, NULL, 0);
    SQLPrepareA(NULL, NULL, 0);
    SQLPrepareW(NULL, NULL, 0);
}

static void db_odbc_calls_ok(void)
{
    SQLAllocHandle(SQL_HANDLE_ENV, NULL, NULL);
}

static BOOL db_odbc_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        db_odbc_calls_bad();
        db_odbc_calls_ok();
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    clr_all(instance, reason, reserved);
    com_init_all(instance, reason, reserved);
    com_memory_all(instance, reason, reserved);
    com_use_all(instance, reason, reserved);
    crt_entry_all(instance, reason, reserved);
    crypto_capi_all(instance, reason, reserved);
    crypto_cng_all(instance, reason, reserved);
    crypto_openssl_all(instance, reason, reserved);
    debug_dbghelp_all(instance, reason, reserved);
    etw_session_all(instance, reason, reserved);
    loader_delayload_all(instance, reason, reserved);
    memory_all(instance, reason, reserved);
    gfx_driver_all(instance, reason, reserved);
    gfx_dxgi_all(instance, reason, reserved);
    sync_delay_all(instance, reason, reserved);
    nls_all(instance, reason, reserved);
    db_odbc_all(instance, reason, reserved);
    return TRUE;
}
