// A guard that was moved from has nothing to undo.
#include <windows.h>

class library {
  public:
    explicit library(HMODULE module) : module_(module)
    {
    }
    library(library &&other) noexcept : module_(other.module_)
    {
        other.module_ = nullptr;
    }
    ~library()
    {
        if (module_ != nullptr) {
            close_ok();
        }
    }
    void close_ok()
    {
        FreeLibrary(module_);
    }
    HMODULE keep()
    {
        HMODULE module = module_;
        module_ = nullptr;
        return module;
    }

  private:
    HMODULE module_;
};

static HMODULE g_module;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        library lib(nullptr);
        g_module = lib.keep();
    }
    return TRUE;
}
