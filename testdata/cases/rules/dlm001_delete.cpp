/* delete, in C++: of a global pointer, through a static method. */
#include <windows.h>

class Registry {
public:
    static void start() { s_registry = new Registry; }
    static void stop_bad()
    {
        delete s_registry;
        s_registry = nullptr;
    }
    ~Registry() { delete[] names_; }

private:
    static Registry *s_registry;
    char *names_ = nullptr;
};

Registry *Registry::s_registry;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Registry::start();
    } else if (reason == DLL_PROCESS_DETACH) {
        Registry::stop_bad();
    }
    return TRUE;
}
