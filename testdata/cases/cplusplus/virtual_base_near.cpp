// Near miss: a base that is not virtual is there once for each branch, and made by the branch.
#include <windows.h>

struct Base {
    bool load;
    explicit Base(bool given) : load(given) {}
    ~Base()
    {
        if (load) {
            FreeLibrary(GetModuleHandleW(L"base.dll"));
        }
    }
};

struct Left : Base {
    Left() : Base(true)
    {
        if (load) {
            LoadLibraryW(L"left.dll");
        }
    }
};

struct Right : virtual Base {
    Right() : Base(true) {}
};

struct Both : Left, Right {
    Both() : Base(false) {}
};

static void branches_bad()
{
    Both both;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        branches_bad();
    }
    return TRUE;
}
