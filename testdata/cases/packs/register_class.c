/* Every function of the pack register.class, called once. */
#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOL AfxRegisterClass(WNDCLASSW *window_class);

static void register_bad(void)
{
    RegisterClassA(NULL);
    RegisterClassW(NULL);
    RegisterClassExA(NULL);
    RegisterClassExW(NULL);
}

static void mfc_ok(void)
{
    AfxRegisterClass(NULL);
}

static void unregister_bad(void)
{
    UnregisterClassA("a", NULL);
    UnregisterClassW(L"w", NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        register_bad();
        mfc_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        unregister_bad();
    }
    return TRUE;
}
