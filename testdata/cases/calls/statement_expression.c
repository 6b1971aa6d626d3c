/* A GNU statement expression, as macros for error checks use it. */
#include <windows.h>

#define CHECKED(call)                                                                              \
    ({                                                                                             \
        HMODULE result_ = (call);                                                                  \
        if (result_ == NULL) {                                                                     \
            SetLastError(ERROR_MOD_NOT_FOUND);                                                     \
        }                                                                                          \
        result_;                                                                                   \
    })

static BOOL load_bad(void)
{
    HMODULE module = CHECKED(LoadLibraryA("helper.dll"));
    return module != NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || load_bad();
}
