/* A smart pointer with a deleter of its own. */
#include <windows.h>
#include <memory>
#include <type_traits>

struct Unload {
    using pointer = HMODULE;
    void unload_bad(HMODULE module) const { FreeLibrary(module); }
    void operator()(HMODULE module) const { unload_bad(module); }
};

static std::unique_ptr<std::remove_pointer_t<HMODULE>, Unload> g_module;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
