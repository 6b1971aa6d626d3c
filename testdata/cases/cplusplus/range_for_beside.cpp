// Loops whose begin(), end() and operators are no members, and those of a class template.
#include <windows.h>

namespace disk {

struct entry {
    int at;
    int operator*() const { return at; }
    entry &operator++()
    {
        LoadLibraryA("next.dll");
        return *this;
    }
};

bool operator!=(entry left, entry right)
{
    LoadLibraryA("differ.dll");
    return left.at != right.at;
}

struct folder {};

entry begin(const folder &) { return entry{0}; }

entry end(const folder &)
{
    LoadLibraryA("end.dll");
    return entry{1};
}

} // namespace disk

template <class T> struct step {
    T at;
    T operator*() const { return at; }
    step &operator++()
    {
        FreeLibrary(GetModuleHandleA("step.dll"));
        return *this;
    }
    bool operator!=(const step &other) const
    {
        CoUninitialize();
        return at != other.at;
    }
};

template <class T> struct list {
    step<T> begin() const { return step<T>{0}; }
    step<T> end() const
    {
        WSACleanup();
        return step<T>{1};
    }
};

static void read_bad()
{
    for (int each : disk::folder()) {
        OutputDebugStringA(each != 0 ? "a" : "b");
    }
    for (int each : list<int>()) {
        OutputDebugStringA(each != 0 ? "a" : "b");
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_bad();
    }
    return TRUE;
}
