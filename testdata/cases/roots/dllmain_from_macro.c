/* The whole of DllMain comes out of a macro: everything stands where the macro is used. */
#include <windows.h>

#define DEFINE_DLL_MAIN(on_attach, on_detach)                                                      \
    BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)                         \
    {                                                                                              \
        if (reason == DLL_PROCESS_ATTACH) {                                                        \
            on_attach();                                                                           \
        } else if (reason == DLL_PROCESS_DETACH) {                                                 \
            on_detach(instance);                                                                   \
        }                                                                                          \
        return TRUE;                                                                               \
    }

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

DEFINE_DLL_MAIN(load_bad, FreeLibrary)
