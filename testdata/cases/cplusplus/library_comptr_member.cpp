/* Pointers as members of a global, through a class of one's own that is a pointer, and let go of in
 * DllMain; what they hold is not called at attach. */
#include <windows.h>
#include <unknwn.h>
#include <objidl.h>
#include <wrl/client.h>
#include "include/comptr.h"

class stream_pointer : public CComPtr<IStream> {
public:
    using CComPtr<IStream>::operator=;
    bool open;
};

struct device {
    Microsoft::WRL::ComPtr<IStream> stream;
    stream_pointer again;
    int users;
};

device g_device;

static void close_bad()
{
    g_device.stream.Reset();
    g_device.again = nullptr;
}

static void open_ok()
{
    g_device.stream = nullptr;
    g_device.stream.Get();
    g_device.again.Detach();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_ok();
    } else if (reason == DLL_PROCESS_DETACH && !reserved) {
        close_bad();
    }
    return TRUE;
}
