/* Each function of DbgHelp. */
#include <windows.h>
#include <dbghelp.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOL WINAPI StackWalkEx(DWORD, HANDLE, HANDLE, void *, void *, void *, void *, void *, void *, DWORD);
__declspec(dllimport) BOOL WINAPI StackWalk2(DWORD, HANDLE, HANDLE, void *, void *, void *, void *, void *, void *, void *, DWORD);

static void all_bad(void)
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

static void all_ok(void)
{
    SymGetOptions();
    SymSetOptions(0);
    UnDecorateSymbolName(0, 0, 0, 0);
    UnDecorateSymbolNameW(0, 0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
