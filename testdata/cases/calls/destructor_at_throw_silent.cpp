/* Nothing is destroyed that is not constructed yet when the exception is thrown. */
#include <windows.h>

struct loaded_ok {
    HMODULE module = nullptr;
    ~loaded_ok() { FreeLibrary(module); }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    try {
        if (reason <= DLL_THREAD_DETACH) {
            throw 1;
        }
        loaded_ok helper;
    } catch (...) {
    }
    return TRUE;
}
