/* Functions that nothing under the lock calls: an unused static one and an export. */
#include <windows.h>

static void unused_ok(void)
{
    FreeLibrary(LoadLibraryA("helper.dll"));
}

__declspec(dllexport) HRESULT WINAPI DllRegisterServer_ok(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
    return S_OK;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return instance != NULL;
}
