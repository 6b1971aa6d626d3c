// What the library makes for a call: by make_unique, make_shared, elements of containers.
#include <map>
#include <memory>
#include <optional>
#include <vector>
#include <windows.h>

template <int> struct codec_bad {
    HMODULE module = nullptr;
    codec_bad() : module(LoadLibraryA("codec.dll")) {}
    explicit codec_bad(const char *name) : module(LoadLibraryA(name)) {}
};

static std::unique_ptr<codec_bad<1>> g_first = std::make_unique<codec_bad<1>>();
static std::shared_ptr<codec_bad<2>> g_second = std::make_shared<codec_bad<2>>("second.dll");

struct table_bad {
    std::vector<codec_bad<3>> codecs;
    table_bad() : codecs(2) {}
};

static table_bad g_table;
static std::map<int, codec_bad<4>> g_by_number;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        (void)g_by_number[4];
        std::optional<codec_bad<5>> late;
        late.emplace("late.dll");
    } else if (reason == DLL_THREAD_ATTACH) {
        std::vector<codec_bad<6>> list;
        list.resize(4);
        list.emplace_back("list.dll");
    }
    return TRUE;
}
