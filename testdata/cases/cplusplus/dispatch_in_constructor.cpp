// While a base is constructed or destroyed, its own methods run, also through a helper.
#include <windows.h>

class Window {
public:
    Window()
    {
        attach();
        prepare_ok();
    }
    virtual ~Window() { detach_all_ok(); }
    virtual void attach() {}
    virtual void prepare() {}
    virtual void detach() {}

private:
    void prepare_ok() { prepare(); }
    void detach_all_ok() { this->detach(); }
};

class PluginWindow : public Window {
public:
    void attach() override { LoadLibraryA("attach.dll"); }
    void prepare() override { LoadLibraryA("prepare.dll"); }
    void detach() override { FreeLibrary(nullptr); }
};

static PluginWindow g_window;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
