/* A static local of a function that nobody can call is never made. */
// flags: -std=c++17
#include <windows.h>

class codec {
public:
    ~codec()
    {
        close_ok();
    }

    void close_ok()
    {
        FreeLibrary(module_);
    }

private:
    HMODULE module_ = nullptr;
};

[[maybe_unused]] static codec &instance_ok()
{
    static codec all;
    return all;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
