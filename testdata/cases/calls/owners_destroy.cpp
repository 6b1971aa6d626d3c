/* Smart pointers and containers destroy what they hold; so do classes that hold them.  Local ones
 * have mostly been moved from. */
#include <windows.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

class Driver {
public:
    explicit Driver(HMODULE module) : m_module(module) {}
    ~Driver() { close_bad(); }

private:
    void close_bad()
    {
        FreeLibrary(m_module);
    }
    HMODULE m_module;
};

class Codec {
public:
    virtual ~Codec() = default;
};

class NativeCodec : public Codec {
public:
    ~NativeCodec() override { stop_bad(); }

private:
    void stop_bad()
    {
        WaitForSingleObject(m_event, INFINITE);
    }
    HANDLE m_event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
};

class Player {
private:
    std::map<std::string, std::shared_ptr<Codec>> m_codecs;
};

class Reader {
public:
    ~Reader() { close_ok(); }

private:
    void close_ok()
    {
        FreeLibrary(m_module);
    }
    HMODULE m_module = nullptr;
};

static std::vector<std::unique_ptr<Driver>> g_drivers;
static std::unique_ptr<Player> g_player;
static std::vector<std::string> g_names;
static Reader *g_reader;

static void attach_ok(HMODULE self)
{
    auto driver = std::make_unique<Driver>(self);
    g_drivers.push_back(std::move(driver));
    auto reader = std::make_unique<Reader>();
    g_reader = reader.release();
}

extern "C" __declspec(dllexport) Codec *open_ok()
{
    return new NativeCodec;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        attach_ok(instance);
    }
    return TRUE;
}
