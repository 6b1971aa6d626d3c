/* What a smart pointer does for its owner is a COM call in any phase; so is a call through it. */
#include <windows.h>
#include <unknwn.h>
#include <objidl.h>
#include <comdef.h>
#include <wrl/client.h>
#include "include/comptr.h"

_COM_SMARTPTR_TYPEDEF(IStream, __uuidof(IStream));

static const CLSID class_id = {1, 2, 3, {4}};

static void create_bad()
{
    CComPtr<IStream> stream;
    stream.CoCreateInstance(class_id);
}

static void compiler_bad(IUnknown *unknown)
{
    IStreamPtr stream(unknown);
    stream.CreateInstance(class_id);
}

static void query_bad(Microsoft::WRL::ComPtr<IStream> &stream)
{
    Microsoft::WRL::ComPtr<IPersist> persist;
    stream.As(&persist);
}

static void call_bad(wil::com_ptr<IStream> &stream)
{
    stream->Commit(0);
}

static void look_ok(const wil::com_ptr<IStream> &stream)
{
    if (stream.get() != nullptr) {
        SetLastError(0);
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    static wil::com_ptr<IStream> *s_stream;
    static Microsoft::WRL::ComPtr<IStream> *s_other;
    if (reason == DLL_PROCESS_ATTACH) {
        create_bad();
        compiler_bad(nullptr);
        query_bad(*s_other);
        call_bad(*s_stream);
        look_ok(*s_stream);
    }
    return TRUE;
}
