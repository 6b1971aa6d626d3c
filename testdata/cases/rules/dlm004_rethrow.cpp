/* A handler that passes the exception on, and one that throws another: neither ends it. */
#include <stdexcept>
#include <windows.h>

static void load_table_ok()
{
    if (GetFileAttributesW(L"table.bin") == INVALID_FILE_ATTRIBUTES) {
        throw std::runtime_error("table.bin");
    }
}

static void load_bad()
{
    try {
        load_table_ok();
    } catch (const std::exception &) {
        OutputDebugStringA("no table");
        throw;
    }
}

static void translate_bad()
{
    try {
        load_table_ok();
    } catch (...) {
        throw std::logic_error("cannot start");
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        load_bad();
        break;
    case DLL_THREAD_ATTACH:
        translate_bad();
        break;
    }
    return TRUE;
}
