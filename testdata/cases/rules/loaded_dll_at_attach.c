/* Loading is one fault, calling what was loaded another. */
#include <windows.h>

typedef int(WINAPI *driver_entry)(UINT version);

static BOOL driver_load_bad(const char *file)
{
    HMODULE driver = LoadLibraryExA(file, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    driver_entry entry;

    if (!driver) {
        return FALSE;
    }
    entry = (driver_entry)GetProcAddress(driver, "DriverEntry");
    return entry && entry(3) == 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        return driver_load_bad("driver32.dll");
    }
    return TRUE;
}
