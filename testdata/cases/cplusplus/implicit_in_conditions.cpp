// What a for, an if or a switch declares is destroyed behind it, whichever way it is left.
#include <windows.h>

struct cursor_bad {
    int at = 0;
    ~cursor_bad() { FreeLibrary(GetModuleHandleA("cursor.dll")); }
};

struct check_bad {
    int state = GetTickCount() & 1;
    ~check_bad() { FreeLibrary(GetModuleHandleA("check.dll")); }
};

struct choice_bad {
    int state = GetTickCount() & 3;
    ~choice_bad() { FreeLibrary(GetModuleHandleA("choice.dll")); }
};

struct other_phase_ok {
    ~other_phase_ok() { FreeLibrary(GetModuleHandleA("other.dll")); }
};

static BOOL walk_bad()
{
    for (cursor_bad cursor; cursor.at < 4; cursor.at++) {
        if (GetTickCount() == 0) {
            return FALSE;
        }
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        walk_bad();
        if (check_bad check; check.state != 0) {
            OutputDebugStringA("on");
        }
        switch (choice_bad choice; choice.state) {
        case 1:
            return FALSE;
        default:
            break;
        }
        if (reason == DLL_PROCESS_DETACH) {
            if (other_phase_ok other; true) {
            }
        }
    }
    return TRUE;
}
