// Neither a handler for a derived class nor one for a sibling catches.
#include <stdexcept>
#include <windows.h>

static void load_bad()
{
    throw std::runtime_error("load");
}

static void parse_bad()
{
    throw std::logic_error("parse");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    try {
        if (reason == DLL_PROCESS_ATTACH && reserved == nullptr) {
            load_bad();
        }
    } catch (const std::range_error &) {
        return FALSE;
    }
    try {
        if (reason == DLL_THREAD_ATTACH) {
            parse_bad();
        }
    } catch (const std::runtime_error &) {
        return FALSE;
    }
    return TRUE;
}
