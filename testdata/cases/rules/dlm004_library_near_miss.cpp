/* What the headers of the library throw is the library's affair, as with new and std::vector. */
#include <optional>
#include <variant>
#include <windows.h>

static std::variant<int, DWORD> g_setting;

static std::optional<DWORD> ask_ok()
{
    WCHAR text[8];
    DWORD n = GetEnvironmentVariableW(L"MYLIB_LEVEL", text, 8);
    return n == 0 ? std::nullopt : std::optional<DWORD>(text[0]);
}

static DWORD level_ok()
{
    return ask_ok().value() + std::get<DWORD>(g_setting);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    static DWORD level;
    if (reason == DLL_PROCESS_ATTACH) {
        level = level_ok();
    }
    return level < 10;
}
