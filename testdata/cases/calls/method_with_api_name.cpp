/* Methods and namespaced functions that bear APIs' names are not the APIs. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

class port
{
  public:
    int connect(const char *name);
    static int socket(int kind);
};

namespace cache
{
void CoInitialize(void *reserved);
HMODULE LoadLibraryA(const char *name);
} // namespace cache

static port g_port;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        cache::CoInitialize(nullptr);
        cache::LoadLibraryA("entry");
        return g_port.connect("com1") + port::socket(2);
    }
    return TRUE;
}
