// The constructor that fits does nothing; empty owners make nothing, nor does what only has room.
#include <memory>
#include <optional>
#include <vector>
#include <windows.h>

struct codec_ok {
    HMODULE module = nullptr;
    codec_ok() : module(LoadLibraryA("codec.dll")) {}
    explicit codec_ok(HMODULE known) : module(known) {}
    codec_ok(const char *name, int flags) : module(LoadLibraryExA(name, nullptr, 2)) {}
};

static HMODULE g_self;
static std::unique_ptr<codec_ok> g_none;
static std::vector<codec_ok> g_codecs;
static std::unique_ptr<codec_ok> g_known = std::make_unique<codec_ok>(g_self);

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_self = self;
        auto known = std::make_shared<codec_ok>(self);
        g_codecs.reserve(8);
        g_codecs.emplace_back(self);
        g_codecs.resize(2, *known);
        std::optional<codec_ok> late;
    }
    return TRUE;
}
