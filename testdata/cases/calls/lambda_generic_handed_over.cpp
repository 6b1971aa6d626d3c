/* A generic lambda is a template: it is no function until something calls it. */
#include <windows.h>

template <typename Visitor> void visit_all(Visitor visitor);

static void load_bad()
{
    visit_all([](auto module) { return module != nullptr; });
    LoadLibraryA("acme.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
