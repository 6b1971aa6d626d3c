// A virtual base is made once, by the class of the whole object, with its own arguments; what the
// branches of a diamond write for it does not count there, but in an object of their own.
#include <windows.h>

struct Base {
    int load;
    explicit Base(int given) : load(given) {}
    ~Base()
    {
        if (load == 3) {
            FreeLibrary(GetModuleHandleW(L"base.dll"));
        }
    }
};

struct Left : virtual Base {
    Left() : Base(1)
    {
        if (load == 1) {
            LoadLibraryW(L"left.dll");
        }
    }
};

struct Right : virtual Base {
    Right() : Base(2)
    {
        if (load == 3) {
            LoadLibraryW(L"right.dll");
        }
    }
};

struct Both : Left, Right {
    Both() : Base(3)
    {
        if (load == 3) {
            LoadLibraryW(L"both.dll");
        }
    }
};

struct Indirect : Both {
    Indirect() : Base(4)
    {
        if (load == 4) {
            LoadLibraryW(L"indirect.dll");
        }
    }
};

static void alone_bad()
{
    Left left;
}

static void diamond_bad()
{
    Both both;
}

static void indirect_bad()
{
    Indirect indirect;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        alone_bad();
        diamond_bad();
        indirect_bad();
    }
    return TRUE;
}
