/* The word constexpr often comes out of a macro. */
#include <windows.h>

#define APP_CONSTEXPR constexpr

class handle {
public:
    APP_CONSTEXPR handle() : module_(nullptr)
    {
    }

    explicit handle(const char *name) : module_(LoadLibraryA(name))
    {
    }

    static APP_CONSTEXPR int room_ok(int n)
    {
        return n > 4 ? n : throw_away_ok();
    }

    static int throw_away_ok()
    {
        LoadLibraryA("fallback.dll");
        return 0;
    }

private:
    HMODULE module_;
};

handle g_handle;
int g_room = handle::room_ok(8);

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
