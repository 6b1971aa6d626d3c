// A field in which one class is stored; an object that is a field; a singleton.
#include <windows.h>

class Engine {
public:
    virtual ~Engine() {}
    virtual void start() = 0;
};

class SoundEngine : public Engine {
public:
    void start() override { sound_bad(); }

private:
    void sound_bad() { LoadLibraryA("sound.dll"); }
};

class NullEngine : public Engine {
public:
    void start() override {}
};

class Player {
public:
    Player() : m_engine(new SoundEngine) {}
    void start() { m_engine->start(); }

private:
    Engine *m_engine;
};

class Preview {
public:
    void start_ok() { engine().start(); }

private:
    Engine &engine() { return m_engine; }
    NullEngine m_engine;
};

static Player g_player;

static Preview &preview_ok()
{
    static Preview preview;
    return preview;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_player.start();
        preview_ok().start_ok();
    }
    return TRUE;
}
