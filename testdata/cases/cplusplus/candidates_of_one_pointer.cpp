// Calls of one sink through one pointer that may hold something else, too, are one finding: who
// knows what the pointer holds has judged all of them.  Another sink, and a call that is certain,
// are findings of their own.
#include <windows.h>

typedef HMODULE(WINAPI *Loader)(LPCSTR);

static HMODULE WINAPI load_nothing_ok(LPCSTR)
{
    return nullptr;
}

static Loader g_loader = load_nothing_ok;

extern "C" __declspec(dllexport) void choose(int real)
{
    g_loader = real != 0 ? LoadLibraryA : load_nothing_ok;
}

static void nearest_bad()
{
    g_loader("first.dll");
}

static void further_bad()
{
    g_loader("second.dll");
}

static void through_further_bad()
{
    further_bad();
}

static void certain_bad()
{
    LoadLibraryA("third.dll");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        nearest_bad();
        through_further_bad();
        certain_bad();
    }
    return TRUE;
}
