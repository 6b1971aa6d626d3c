// The most derived class's constructor and destructor run its own overriders.
#include <windows.h>

class Window {
public:
    Window() { attach(); }
    virtual ~Window() {}
    virtual void attach() {}
    virtual void detach() {}
    void prepare_bad() { attach(); }
    void finish_bad() { detach(); }
};

class PluginWindow : public Window {
public:
    PluginWindow() { prepare_bad(); }
    ~PluginWindow() override { finish_bad(); }
    void attach() override;
    void detach() override;

private:
    void load_bad() { LoadLibraryA("attach.dll"); }
    void unload_bad() { FreeLibrary(nullptr); }
};

void PluginWindow::attach()
{
    load_bad();
}

void PluginWindow::detach()
{
    unload_bad();
}

static PluginWindow g_window;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
