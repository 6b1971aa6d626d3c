/* A handle class with traits, in the manner of WRL and WIL: destroyed as local, member and global. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct module_traits {
    using type = HMODULE;
    static type none()
    {
        return nullptr;
    }
    static void close(type module)
    {
        FreeLibrary(module);
    }
};

struct memory_traits {
    using type = HGLOBAL;
    static type none()
    {
        return nullptr;
    }
    static void close_ok(type)
    {
    }
    static void close(type memory)
    {
        close_ok(memory);
    }
};

template <class Traits> class unique_any
{
  public:
    using type = typename Traits::type;
    explicit unique_any(type value = Traits::none()) : value_(value)
    {
    }
    unique_any(const unique_any &) = delete;
    ~unique_any()
    {
        reset();
    }
    void reset(type value = Traits::none())
    {
        if (value_ != Traits::none()) {
            Traits::close(value_);
        }
        value_ = value;
    }

  private:
    type value_;
};

class Component
{
    unique_any<module_traits> module_{GetModuleHandleA("component")};
    unique_any<memory_traits> memory_;
};

static Component g_component;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
