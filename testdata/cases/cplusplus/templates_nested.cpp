/* A class inside of a class template, and its default initialiser. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct disk {
    static int open_bad()
    {
        return LoadLibraryA("disk") != nullptr;
    }
    static void close_bad()
    {
        FreeLibrary(GetModuleHandleA("disk"));
    }
};

template <class T> struct Cache {
    struct Entry {
        int state = T::open_bad();
        ~Entry()
        {
            T::close_bad();
        }
    };
    Entry entry;
};

static Cache<disk> g_cache;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
