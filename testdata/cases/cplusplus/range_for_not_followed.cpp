// show: cuts
// end() and an operator that are made from templates and are no members are said not to be followed.
#include <windows.h>

namespace disk {

template <class T> struct entry {
    T at;
    T operator*() const { return at; }
    entry &operator++() { return *this; }
};

template <class T> bool operator!=(entry<T>, entry<T>)
{
    LoadLibraryA("differ.dll");
    return false;
}

template <class T> struct folder {};

template <class T> entry<T> begin(const folder<T> &) { return entry<T>{0}; }

template <class T> entry<T> end(const folder<T> &)
{
    LoadLibraryA("end.dll");
    return entry<T>{1};
}

} // namespace disk

/* Nothing of these is lost: pointers, and members. */
template <class T> struct view {
    T *begin() const { return nullptr; }
    T *end() const { return nullptr; }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        for (int each : disk::folder<int>()) {
            OutputDebugStringA(each != 0 ? "a" : "b");
        }
        for (int each : view<int>()) {
            OutputDebugStringA(each != 0 ? "a" : "b");
        }
    }
    return TRUE;
}
