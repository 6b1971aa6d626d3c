/* Each function that frees or allocates through COM. */
#include <windows.h>
#include <objbase.h>
#include <oleauto.h>

static void all_bad(void)
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

static void all_ok(void)
{
    VariantInit(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    all_ok();
    return TRUE;
}
