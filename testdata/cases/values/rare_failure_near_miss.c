/* What may be absent for other reasons than want of memory, and what is reached on an ordinary way,
   too, is what it was. */
#include <windows.h>
#include <stdlib.h>

static void no_module_bad(void)
{
    LoadLibraryA("module.dll");
}

static void both_ways_bad(void)
{
    LoadLibraryA("both.dll");
}

static void no_string_bad(void)
{
    LoadLibraryA("string.dll");
}

static void afterwards_bad(void)
{
    LoadLibraryA("afterwards.dll");
}

/* 0 for no length, too. */
static char *copy_ok(const char *text, size_t length)
{
    char *copy;
    if (length == 0) {
        return NULL;
    }
    copy = malloc(length);
    if (copy == NULL) {
        return NULL;
    }
    memcpy(copy, text, length);
    return copy;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        char name[MAX_PATH];
        if (!GetModuleHandleA("absent.dll")) {
            no_module_bad();
        }
        void *block = malloc(16);
        if (block == NULL) {
            both_ways_bad();
        }
        if (GetModuleFileNameA(instance, name, MAX_PATH) > 3) {
            both_ways_bad();
        }
        char *copy = copy_ok(name, GetModuleFileNameA(instance, name, MAX_PATH));
        if (copy == NULL) {
            no_string_bad();
        }
        if (block == NULL) {
            block = copy;
        }
        afterwards_bad();
    }
    return TRUE;
}
