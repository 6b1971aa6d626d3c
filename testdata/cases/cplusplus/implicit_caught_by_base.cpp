// A handler for a base catches what is derived from it, also two steps up; so does one for a number.
#include <stdexcept>
#include <windows.h>

struct table_error_ok : std::runtime_error {
    using std::runtime_error::runtime_error;
};

static void read_ok()
{
    throw table_error_ok("table");
}

static void count_ok()
{
    throw 4;
}

static void any_ok()
{
    throw table_error_ok("any");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            read_ok();
        } catch (const std::exception &) {
            return FALSE;
        }
        try {
            count_ok();
        } catch (const char *) {
            return FALSE;
        } catch (int) {
            return FALSE;
        }
        try {
            any_ok();
        } catch (...) {
            return FALSE;
        }
    }
    return TRUE;
}
