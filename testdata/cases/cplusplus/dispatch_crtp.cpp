// A base that casts itself to the class that it is a base of.
#include <windows.h>

template <class Derived> class Module {
public:
    void start() { static_cast<Derived *>(this)->on_start(); }
    void stop() { self().on_stop(); }

private:
    Derived &self() { return *static_cast<Derived *>(this); }
};

class Player : public Module<Player> {
public:
    void on_start() { load_bad(); }
    void on_stop() {}

private:
    void load_bad() { LoadLibraryA("player.dll"); }
};

class Editor : public Module<Editor> {
public:
    void on_start() {}
    void on_stop() { edit_ok(); }

private:
    void edit_ok() { LoadLibraryA("editor.dll"); }
};

static Player g_player;
static Editor g_editor;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_player.start();
        g_player.stop();
        g_editor.start();
    }
    return TRUE;
}
