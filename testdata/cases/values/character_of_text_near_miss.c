/* What stands in an array can change; what lies behind the end of a text, or behind a letter that is no ASCII, is not
   known. */
#include <windows.h>

static void load_bad(const char *name)
{
    if (name[0] == 'D') {
        LoadLibraryA("drive.dll");
    }
}

static void load_second_bad(const char *name)
{
    if (name[2] == 'D') {
        LoadLibraryA("second.dll");
    }
}

static void load_wide_bad(const wchar_t *name)
{
    if (name[1] == L'D') {
        LoadLibraryA("wide.dll");
    }
}

static void load_field_bad(const char *name)
{
    if (*name == 'D') {
        LoadLibraryA("field.dll");
    }
}

struct volume {
    char name[4];
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    char drive[] = "C:";
    struct volume volume = {"C:"};

    if (reason == DLL_PROCESS_ATTACH) {
        GetEnvironmentVariableA("drive", drive, 2);
        drive[0] = (char)GetTickCount();
        volume.name[0] = drive[0];
        load_bad(drive);
        load_second_bad("C");
        load_wide_bad(L"\u00e4D");
        load_field_bad(volume.name);
    }
    return TRUE;
}
