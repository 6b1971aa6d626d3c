// Braces make the members; the implicit destructor destroys them, also those of an array.
#include <windows.h>

struct part_bad {
    HMODULE module;
    ~part_bad() { FreeLibrary(module); }
};

struct whole_bad {
    int size;
    part_bad parts[2];
};

struct place_ok {
    HMODULE module;
    ~place_ok() { FreeLibrary(module); }
};

alignas(place_ok) static char g_room[sizeof(place_ok)];

inline void *operator new(size_t, void *room, char) noexcept
{
    return room;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        whole_bad whole{2, {{nullptr}, {nullptr}}};
        place_ok *place = new (g_room, ' ') place_ok{nullptr};
        OutputDebugStringA(whole.size + (place != nullptr) != 0 ? "a" : "b");
    }
    return TRUE;
}
