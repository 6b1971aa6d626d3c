/* Declarations of our own in the place of wil's owners of handles and wrappers of globals. */
#ifndef CASES_WIL_H
#define CASES_WIL_H

#include <windows.h>

namespace wil {
namespace details {

template <typename handle, typename close_t, close_t close> struct resource_policy {
    typedef handle pointer;
};

template <typename policy> class unique_storage {
public:
    unique_storage();
    ~unique_storage();
    void reset();
    void reset(typename policy::pointer other);
    typename policy::pointer get() const;
    typename policy::pointer release();
    typename policy::pointer *put();
};

struct DestroyThreadPoolWork {
    static void Destroy(PTP_WORK work);
};

void CloseHandle(HANDLE handle);

} // namespace details

template <typename storage> class unique_any_t : public storage {
public:
    unique_any_t();
    explicit unique_any_t(decltype(((storage *)nullptr)->get()) other);
    unique_any_t &operator=(unique_any_t &&other);
};

template <typename handle, typename close_t, close_t close>
using unique_any = unique_any_t<details::unique_storage<details::resource_policy<handle, close_t, close>>>;

template <typename storage> class event_t : public storage {
public:
    bool wait(DWORD milliseconds = INFINITE) const;
    void SetEvent() const;
};

template <typename close_t, close_t close> class unique_call {
public:
    unique_call();
    ~unique_call();
    void reset();
    void release();
};

typedef unique_any<HANDLE, decltype(&details::CloseHandle), details::CloseHandle> unique_handle;
typedef unique_any<HMODULE, decltype(&::FreeLibrary), ::FreeLibrary> unique_hmodule;
typedef unique_any<HKEY, decltype(&::RegCloseKey), ::RegCloseKey> unique_hkey;
typedef unique_any<PTP_WORK, decltype(&details::DestroyThreadPoolWork::Destroy),
                   details::DestroyThreadPoolWork::Destroy>
    unique_threadpool_work;
typedef unique_any_t<event_t<details::unique_storage<
    details::resource_policy<HANDLE, decltype(&details::CloseHandle), details::CloseHandle>>>>
    unique_event;

template <typename T> class shutdown_aware_object {
public:
    shutdown_aware_object();
    ~shutdown_aware_object();
    T &get();
};

template <typename T> class object_without_destructor_on_shutdown {
public:
    object_without_destructor_on_shutdown();
    ~object_without_destructor_on_shutdown();
    T &get();
};

template <typename T> class manually_managed_shutdown_aware_object {
public:
    void construct();
    void destroy();
    T &get();
};

typedef INIT_ONCE init_once_t;
template <typename F> bool init_once(INIT_ONCE &, F func)
{
    func();
    return true;
}

} // namespace wil

#endif
