/* DllMain with nothing but basic types. */
#include <windows.h>

int __stdcall DllMain(void *module, unsigned long reason, void *reserved)
{
    if (reason == 0 && reserved == 0) {
        FreeLibrary(module);
    }
    return 1;
}
