// What a handler does is done under the lock, too; also what throws may have been reached.
#include <stdexcept>
#include <windows.h>

static void parse_ok(const char *text)
{
    if (text == nullptr) {
        throw std::runtime_error("no text");
    }
}

static void load_in_try_bad()
{
    try {
        LoadLibraryA("codec.dll");
        parse_ok(nullptr);
    } catch (...) {
        SetLastError(ERROR_INVALID_DATA);
    }
}

static void load_in_handler_bad()
{
    try {
        parse_ok("x");
    } catch (const std::runtime_error &) {
        LoadLibraryA("messages.dll");
    }
}

static void catch_ok()
{
    try {
        parse_ok("x");
    } catch (const std::exception &) {
        SetLastError(ERROR_INVALID_DATA);
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_in_try_bad();
        load_in_handler_bad();
        catch_ok();
    }
    return TRUE;
}
