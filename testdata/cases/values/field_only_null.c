/* Fields that code which is not seen may fill, or that are filled through their address, by a copy of
   bytes, through another type or name, or by a number hold more than the NULL that is assigned. */
#include <string.h>
#include <windows.h>

struct handed {
    HMODULE module;
    int n;
};

struct addressed {
    HMODULE module;
    int n;
};

struct bytes {
    HMODULE module;
    int n;
};

struct twin {
    HMODULE module;
    int n;
};

struct numbered {
    HMODULE module;
    int n;
};

struct initialised {
    HMODULE module;
    int n;
};

union either {
    HMODULE module;
    void *memory;
};

static union either g_either;
static struct handed g_handed;
static struct addressed g_addressed;
static struct bytes g_bytes;
static struct twin g_twin;
static struct numbered g_numbered;
static HMODULE g_by_address;
static char g_buffer[sizeof(struct bytes)];

__declspec(dllimport) void fill_in(struct handed *handed);
__declspec(dllimport) struct initialised *hand_over(void);

static void load_ok(HMODULE *module)
{
    *module = GetModuleHandleW(L"more.dll");
}

__declspec(dllexport) void fill_ok(ULONG_PTR number, DWORD size)
{
    g_handed.module = NULL;
    fill_in(&g_handed);
    g_addressed.module = NULL;
    load_ok(&g_addressed.module);
    g_by_address = NULL;
    load_ok(&g_by_address);
    g_bytes.module = NULL;
    ReadFile(GetStdHandle(STD_INPUT_HANDLE), g_buffer, size, NULL, NULL);
    memcpy(&g_bytes, g_buffer, sizeof g_bytes);
    g_twin.module = NULL;
    ((struct addressed *)(void *)&g_twin)->module = GetModuleHandleW(L"more.dll");
    g_either.module = NULL;
    g_either.memory = GetModuleHandleW(L"more.dll");
    g_numbered.module = NULL;
    g_numbered.module = (HMODULE)number;
}

static void free_all_bad(struct initialised *initialised)
{
    initialised->n = 0;
    if (g_handed.module) {
        FreeLibrary(g_handed.module);
    }
    if (g_addressed.module) {
        FreeLibrary(g_addressed.module);
    }
    if (g_by_address) {
        FreeLibrary(g_by_address);
    }
    if (g_bytes.module) {
        FreeLibrary(g_bytes.module);
    }
    if (g_twin.module) {
        FreeLibrary(g_twin.module);
    }
    if (g_numbered.module) {
        FreeLibrary(g_numbered.module);
    }
    if (g_either.module) {
        FreeLibrary(g_either.module);
    }
    if (initialised->module) {
        FreeLibrary(initialised->module);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        struct initialised *initialised = hand_over();
        free_all_bad(initialised);
        initialised->module = NULL;
    }
    return TRUE;
}
