// A guard that keeps the DLL itself in the process by loading it once more.
#include <windows.h>
#include <string>

struct path_buffer {
    wchar_t text[MAX_PATH] = {};
    void fill(HMODULE module) { GetModuleFileNameW(module, text, MAX_PATH); }
};

class pin {
public:
    explicit pin(HMODULE self)
    {
        path_buffer path;
        path.fill(self);
        handle_ = LoadLibraryW(path.text);
    }
    ~pin() { FreeLibrary(handle_); }

private:
    HMODULE handle_;
};

static void pin_bad(HMODULE self)
{
    pin own(self);
}

// Another file in the same folder.
static void load_neighbour_bad(HMODULE self)
{
    path_buffer path;
    path.fill(self);
    std::wstring other(path.text);
    other += L".orig";
    LoadLibraryW(other.c_str());
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        pin_bad(instance);
        load_neighbour_bad(instance);
    }
    return TRUE;
}
