// A scope object that keeps in a field whether it has something to undo.
#include <windows.h>

class Module {
  public:
    explicit Module(const char *name, bool load = false)
        : handle_(load ? LoadLibraryA(name) : GetModuleHandleA(name)), loaded_(load)
    {
    }
    ~Module() { close_ok(); }
    HMODULE get() const { return handle_; }

  private:
    void close_ok()
    {
        if (loaded_ && handle_) {
            FreeLibrary(handle_);
        }
    }

    HMODULE handle_;
    bool loaded_;
};

static bool is_hooked()
{
    Module user("user32.dll");
    return user.get() != nullptr;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    return reason != DLL_PROCESS_ATTACH || is_hooked();
}
