/* Both parameters are the same struct: what is stored by one name is read by the other. */
#include <windows.h>

struct limits {
    int workers;
};

static void load_pool_bad(void)
{
    LoadLibraryA("pool.dll");
}

static void merge(struct limits *to, const struct limits *from)
{
    to->workers = 4;
    if (from->workers != 0) {
        load_pool_bad();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    struct limits own = {0};
    if (reason == DLL_PROCESS_ATTACH) {
        merge(&own, &own);
    }
    return TRUE;
}
