/* The name of a DLL in constants, helpers and in whatever case. */
#include <windows.h>

static const char kernel_name[] = "Kernel32";
static const wchar_t *const nt_name = L"NTDLL.dll";

static void use_bad(const char *name)
{
    LoadLibraryA(name);
}

static void use_other_bad(const char *name)
{
    LoadLibraryA(name);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        use_bad(kernel_name);
        use_bad("kernelbase.dll");
        LoadLibraryW(nt_name);
        use_other_bad("kernel32.dll");
        use_other_bad("kernel32x.dll");
    }
    return TRUE;
}
