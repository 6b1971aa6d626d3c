// What a branch of a diamond would do to its virtual base, if it were the whole object, does not
// happen: neither is the base made with the branch's arguments, nor made anew after the other branch
// has changed it, nor destroyed before the whole object's members.
#include <windows.h>

struct Base {
    bool load;
    explicit Base(bool given) : load(given)
    {
        if (load) {
            LoadLibraryW(L"made.dll");
        }
    }
    ~Base()
    {
        if (load) {
            FreeLibrary(GetModuleHandleW(L"base.dll"));
        }
    }
};

static bool yes_ok()
{
    LoadLibraryW(L"argument.dll");
    return true;
}

struct Left : virtual Base {
    Left() : Base(yes_ok()) { load = false; }
};

struct Right : virtual Base {
    Right() : Base(true) {}
    ~Right() { load = false; }
};

struct Both : Left, Right {
    Both() : Base(false) {}
    explicit Both(int) : Both() {}
};

struct Indirect : Both {
    Indirect() : Base(false), Both(1) {}
};

static void diamond_ok()
{
    Both both;
}

static void delegates_ok()
{
    Both both(1);
}

static void indirect_ok()
{
    Indirect indirect;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        diamond_ok();
        delegates_ok();
        indirect_ok();
    }
    return TRUE;
}
