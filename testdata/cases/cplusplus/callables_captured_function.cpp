// flags: -std=c++17
// What a lambda captured is called in it: a function, an object that was moved into it, `this`.
#include <functional>
#include <memory>
#include <windows.h>

class Codec {
  public:
    void open_bad() { LoadLibraryA("codec.dll"); }
    void start_bad()
    {
        auto later = [this] { open_bad(); };
        later();
    }
    void close_bad() { CoUninitialize(); }
};

static void load_bad() { LoadLibraryA("plugin.dll"); }
static void init_bad() { CoInitialize(nullptr); }

static auto make(void (*what)()) { return [what] { what(); }; }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        void (*first)() = load_bad;
        auto a = [first] { first(); };
        auto b = [second = &init_bad] { second(); };
        a();
        b();
        Codec codec;
        codec.start_bad();
        auto owned = std::make_unique<Codec>();
        auto c = [owned = std::move(owned)] { owned->close_bad(); };
        c();
        make(load_bad)();
    }
    return TRUE;
}
