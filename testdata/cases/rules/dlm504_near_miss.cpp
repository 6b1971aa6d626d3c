/* The project's own functions have the names of WinINet. */
#include <windows.h>

static BOOL InternetCloseHandle(void *handle)
{
    return handle != nullptr;
}

class Cache
{
public:
    void DeleteUrlCacheEntryW(const wchar_t *)
    {
    }
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        Cache cache;
        cache.DeleteUrlCacheEntryW(L"");
        InternetCloseHandle(&cache);
    }
    return TRUE;
}
