/* The path that GetModuleFileName gives is that of a module which is loaded: to load it once more only
   counts a reference.  Only as long as nobody changes the path. */
#include <windows.h>
#include <stdio.h>
#include <string.h>

static HMODULE g_self;
static char g_path[MAX_PATH];

/* It stays loaded until the end of the process. */
static void pin_bad(HINSTANCE instance)
{
    WCHAR path[MAX_PATH];

    if (GetModuleFileNameW(instance, path, MAX_PATH) == 0) {
        return;
    }
    g_self = LoadLibraryW(path);
}

static void own_path(HINSTANCE instance, char *path, DWORD size)
{
    GetModuleFileNameA(instance, path, size);
}

static void pin_by_helper_bad(HINSTANCE instance)
{
    char path[MAX_PATH] = {0};
    HMODULE module;

    own_path(instance, path, MAX_PATH);
    module = LoadLibraryExA(path, NULL, 0);
    FreeLibrary(module);
}

static void load_neighbour_bad(HINSTANCE instance)
{
    char path[MAX_PATH];
    char *name;

    GetModuleFileNameA(instance, path, MAX_PATH);
    name = strrchr(path, '\\');
    strcpy(name + 1, "neighbour.dll");
    LoadLibraryA(path);
}

static void load_original_bad(HINSTANCE instance)
{
    char path[MAX_PATH + 8];

    GetModuleFileNameA(instance, path, MAX_PATH);
    strcat(path, ".orig");
    LoadLibraryA(path);
}

static void load_renamed_bad(HINSTANCE instance)
{
    char path[MAX_PATH];

    GetModuleFileNameA(instance, path, MAX_PATH);
    path[3] = 'x';
    LoadLibraryA(path);
}

static void load_by_pointer_bad(HINSTANCE instance)
{
    char path[MAX_PATH];
    char *end = path + 4;

    GetModuleFileNameA(instance, path, MAX_PATH);
    *end = 'x';
    LoadLibraryA(path);
}

static void load_by_length_bad(HINSTANCE instance)
{
    char path[MAX_PATH];
    DWORD length = GetModuleFileNameA(instance, path, MAX_PATH);

    path[length - 5]++;
    LoadLibraryA(path);
}

static void load_made_bad(HINSTANCE instance)
{
    char path[MAX_PATH];
    char other[MAX_PATH + 8];

    GetModuleFileNameA(instance, path, MAX_PATH);
    sprintf(other, "%s.bak", path);
    LoadLibraryA(other);
}

/* Others may change what stands in a global. */
static void load_global_bad(void)
{
    LoadLibraryA(g_path);
}

static void load_from_heap_bad(HINSTANCE instance)
{
    char *path = HeapAlloc(GetProcessHeap(), 0, MAX_PATH);

    GetModuleFileNameA(instance, path, MAX_PATH);
    strcpy(strrchr(path, '\\'), "\\neighbour.dll");
    LoadLibraryA(path);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        pin_bad(instance);
        pin_by_helper_bad(instance);
        load_neighbour_bad(instance);
        load_original_bad(instance);
        load_renamed_bad(instance);
        load_by_pointer_bad(instance);
        load_by_length_bad(instance);
        load_made_bad(instance);
        GetModuleFileNameA(instance, g_path, MAX_PATH);
        strcat(g_path, ".orig");
        load_global_bad();
        load_from_heap_bad(instance);
    }
    return TRUE;
}
