/* Two structs: what is stored into one does not change the other. */
#include <windows.h>

struct limits {
    int workers;
};

static void load_pool_ok(void)
{
    LoadLibraryA("pool.dll");
}

static void merge_ok(struct limits *to, const struct limits *from)
{
    to->workers = 4;
    if (from->workers != 0) {
        load_pool_ok();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    struct limits own = {0};
    struct limits other = {0};
    if (reason == DLL_PROCESS_ATTACH) {
        merge_ok(&own, &other);
    }
    return own.workers != other.workers;
}
