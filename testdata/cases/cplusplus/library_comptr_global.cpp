/* Globals of the usual smart pointers: each releases what it holds when the DLL goes. */
#include <windows.h>
#include <unknwn.h>
#include <objidl.h>
#include <comdef.h>
#include <wrl/client.h>
#include "include/comptr.h"

_COM_SMARTPTR_TYPEDEF(IStream, __uuidof(IStream));

CComPtr<IStream> g_atl;
ATL::CComQIPtr<IPersist> g_queried;
Microsoft::WRL::ComPtr<IStream> g_wrl;
IStreamPtr g_compiler;
wil::com_ptr<IStream> g_wil;
wil::com_ptr_nothrow<IStream> g_nothrow;
winrt::com_ptr<IStream> g_winrt;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
