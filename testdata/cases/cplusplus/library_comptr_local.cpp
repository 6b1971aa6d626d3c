/* Near miss: pointers of exported functions, raw pointers, and a class of our own of that name. */
#include <windows.h>
#include <unknwn.h>
#include <objidl.h>
#include <wrl/client.h>
#include "include/comptr.h"

namespace mine {

template <typename T> class com_ptr {
public:
    ~com_ptr()
    {
        pointer = nullptr;
    }
    T *pointer = nullptr;
};

} // namespace mine

mine::com_ptr<IStream> g_mine;
IStream *g_raw;
static Microsoft::WRL::ComPtr<IStream> *g_leaked;

extern "C" __declspec(dllexport) void use_ok(IStream *stream)
{
    CComPtr<IStream> atl(stream);
    Microsoft::WRL::ComPtr<IStream> wrl(stream);
    wrl = nullptr;
    atl.Release();
    g_leaked = new Microsoft::WRL::ComPtr<IStream>(stream);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
