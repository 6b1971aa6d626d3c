/* Declarations of our own in the place of ATL's, WRL's, wil's and C++/WinRT's pointers to COM
 * objects: just what the cases use, in the same namespaces and with the same bases. */
#ifndef CASES_COMPTR_H
#define CASES_COMPTR_H

#include <windows.h>
#include <unknwn.h>

namespace ATL {

template <class T> class CComPtrBase {
protected:
    CComPtrBase();

public:
    ~CComPtrBase() {}
    T *operator->() const;
    operator T *() const;
    T **operator&();
    void Release();
    T *Detach();
    HRESULT CoCreateInstance(REFCLSID clsid, IUnknown *outer = NULL, DWORD context = CLSCTX_ALL);
    T *p;
};

template <class T> class CComPtr : public CComPtrBase<T> {
public:
    CComPtr();
    CComPtr(T *other);
    T *operator=(T *other);
};

template <class T> class CComQIPtr : public CComPtr<T> {
public:
    CComQIPtr();
    CComQIPtr(IUnknown *other);
    T *operator=(IUnknown *other);
};

} // namespace ATL

namespace wil {

struct err_exception_policy {};
struct err_returncode_policy {};

template <typename T, typename err_policy = err_exception_policy> class com_ptr_t {
public:
    com_ptr_t();
    com_ptr_t(T *other);
    ~com_ptr_t()
    {
        if (pointer) {
            pointer->Release();
        }
    }
    com_ptr_t &operator=(decltype(nullptr));
    com_ptr_t &operator=(T *other);
    T *operator->() const;
    T *get() const;
    T **operator&();
    T *detach();
    void reset();

private:
    T *pointer;
};

template <typename T> using com_ptr = com_ptr_t<T, err_exception_policy>;
template <typename T> using com_ptr_nothrow = com_ptr_t<T, err_returncode_policy>;

} // namespace wil

namespace winrt {

template <typename T> struct com_ptr {
    com_ptr();
    ~com_ptr();
    com_ptr &operator=(decltype(nullptr));
    T *operator->() const;
    T *get() const;
    T **put();
    void attach(T *other);
    T *detach();

private:
    T *pointer;
};

} // namespace winrt

using namespace ATL;

#endif
