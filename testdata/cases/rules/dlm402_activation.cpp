/* Creating a COM object, and asking it for another interface. */
#include <windows.h>
#include <objbase.h>

static IUnknown *g_object;

static void create_bad(REFCLSID id)
{
    CoCreateInstance(id, nullptr, CLSCTX_INPROC_SERVER, IID_IUnknown,
                     reinterpret_cast<void **>(&g_object));
}

static void ask_bad()
{
    IStream *stream = nullptr;
    g_object->QueryInterface(IID_IStream, reinterpret_cast<void **>(&stream));
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        create_bad(CLSID_NULL);
        ask_bad();
    }
    return TRUE;
}
