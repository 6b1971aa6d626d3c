// Near misses: what is by value stays with the callee; who returns a reference or keeps one in an
// object can change the place later.
#include <windows.h>

static void clear_copy(bool flag)
{
    flag = false;
    (void)flag;
}

static void copied_bad()
{
    bool load = true;
    clear_copy(load);
    if (load) {
        LoadLibraryW(L"copied.dll");
    }
}

static bool &same(bool &flag)
{
    return flag;
}

static void comes_back_bad()
{
    bool load = false;
    bool &name = same(load);
    name = true;
    if (load) {
        LoadLibraryW(L"back.dll");
    }
}

struct Keeper {
    bool &flag;
    explicit Keeper(bool &given) : flag(given) {}
    ~Keeper()
    {
        if (flag) {
            LoadLibraryW(L"kept.dll");
        }
    }
};

static void kept_bad()
{
    bool load = false;
    Keeper keeper(load);
    load = true;
}

struct Setter {
    bool &flag;
    explicit Setter(bool &given) : flag(given) {}
    void set() { flag = true; }
};

static void set_later_bad()
{
    bool load = false;
    Setter setter(load);
    setter.set();
    if (load) {
        LoadLibraryW(L"set.dll");
    }
}

static void either_bad(bool which)
{
    bool first = false;
    bool second = false;
    bool &name = which ? first : second;
    name = true;
    if (first) {
        LoadLibraryW(L"either.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        copied_bad();
        comes_back_bad();
        kept_bad();
        set_later_bad();
        either_bad(reserved != nullptr && GetTickCount() > 5);
    }
    return TRUE;
}
