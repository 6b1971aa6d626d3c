/* What native code has of managed code. */
#include <windows.h>

/* not in mingw-w64 */
template <class T> struct gcroot {
    gcroot();
    ~gcroot();
};
namespace msclr
{
template <class T> struct gcroot {
    gcroot();
    ~gcroot();
};
template <class T> struct auto_gcroot {
    auto_gcroot();
    ~auto_gcroot();
};
struct lock {
    explicit lock(int);
};
namespace com
{
template <class T> struct ptr {
    ptr();
};
} // namespace com
namespace interop
{
template <class To, class From> To marshal_as(const From &);
struct marshal_context {
    template <class To, class From> To marshal_as(const From &);
};
} // namespace interop
} // namespace msclr

static void all_bad()
{
    gcroot<int> root;
    msclr::gcroot<int> other;
    msclr::auto_gcroot<int> owner;
    msclr::com::ptr<int> pointer;
    msclr::lock lock(1);
    msclr::interop::marshal_context context;
    msclr::interop::marshal_as<int>(1);
    context.marshal_as<int>(1);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    all_bad();
    return TRUE;
}
