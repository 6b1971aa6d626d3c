/* A using-directive brings in no API, and the one that calls it is found all the same. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace fake
{
inline HMODULE LoadLibraryW(const char *)
{
    return nullptr;
}
} // namespace fake

using namespace fake;

static void overload_ok()
{
    LoadLibraryW("narrow");
}

static void overload_bad()
{
    LoadLibraryW(L"wide");
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        overload_ok();
        overload_bad();
    }
    return TRUE;
}
