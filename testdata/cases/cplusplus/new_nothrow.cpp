// A `new` that must not throw gives a null pointer where there is no memory; another one never does.
#include <new>
#include <windows.h>

struct table {
    int n = 0;
};

static table *g_table;

static void without_table_bad()
{
    LoadLibraryA("message.dll");
}

static void without_numbers_bad()
{
    LoadLibraryA("message.dll");
}

static void never_without_ok()
{
    LoadLibraryA("message.dll");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_table = new (std::nothrow) table;
        if (g_table == nullptr) {
            without_table_bad();
        }
        int *numbers = new (std::nothrow) int[64];
        if (!numbers) {
            without_numbers_bad();
        }
        int *others = new int[64];
        if (!others) {
            never_without_ok();
        }
    }
    return TRUE;
}
