/* What is an API by its declaration, and what only bears its name. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace win
{
extern "C" HMODULE WINAPI LoadLibraryExW(LPCWSTR, HANDLE, DWORD);
using ::LoadLibraryA;
} // namespace win

namespace own
{
HMODULE LoadLibraryW(const wchar_t *);
struct FreeLibrary {
    explicit FreeLibrary(HMODULE)
    {
    }
};
} // namespace own

/* An overload of the project's own. */
inline int LoadLibraryA(int number)
{
    return number;
}

struct Loader {
    HMODULE LoadLibraryA(const char *)
    {
        return nullptr;
    }
    friend HMODULE LoadLibraryW(Loader &)
    {
        return nullptr;
    }
};

static void by_using_bad()
{
    using namespace win;
    win::LoadLibraryA("using");
}

static void linkage_bad()
{
    win::LoadLibraryExW(L"linkage", nullptr, 0);
}

template <class T> void by_template_bad(T name)
{
    LoadLibraryA(name);
}

template <class T> void by_template_ok(T name)
{
    LoadLibraryA(name);
}

static void own_ok()
{
    Loader loader;
    loader.LoadLibraryA("method");
    LoadLibraryW(loader);
    own::LoadLibraryW(L"namespaced");
    own::FreeLibrary object(nullptr);
    by_template_ok(7);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        by_using_bad();
        linkage_bad();
        by_template_bad("template");
        own_ok();
    }
    return TRUE;
}
