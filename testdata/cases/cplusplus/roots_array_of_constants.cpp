/* An array whose elements are initialised at compile time runs no code. */
#include <windows.h>

class slot {
public:
    constexpr slot(const char *name) : name_(name)
    {
    }

    void open_ok()
    {
        module_ = LoadLibraryA(name_);
    }

private:
    const char *name_;
    HMODULE module_ = nullptr;
};

static slot g_slots[] = {"zip.dll", "png.dll", {"jpeg.dll"}};

extern "C" __declspec(dllexport) void open_slots_ok()
{
    for (slot &one : g_slots) {
        one.open_ok();
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
