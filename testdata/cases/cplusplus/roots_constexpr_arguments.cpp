/* A constexpr constructor runs at compile time only if its arguments allow that. */
#include <windows.h>

struct slot_bad {
    constexpr slot_bad(bool now) : module(nullptr)
    {
        if (now) {
            module = LoadLibraryA("codec.dll");
        }
    }

    HMODULE module;
};

struct slot_ok {
    constexpr slot_ok(int number) : number(number)
    {
    }

    int number;
};

static int library_number_bad()
{
    return LoadLibraryA("number.dll") != nullptr;
}

slot_bad g_loaded(true);
slot_bad g_waiting(false);
slot_ok g_constant(3);
slot_ok g_computed(library_number_bad());

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
