/* The base classes of DirectShow call m_lpfnInit of each template in their own entry point. */
#include <windows.h>

/* not in mingw-w64 */
class CUnknown;
typedef CUnknown *(CALLBACK *LPFNNewCOMObject)(LPUNKNOWN outer, HRESULT *result);
typedef void(CALLBACK *LPFNInitRoutine)(BOOL loading, const CLSID *id);

class CFactoryTemplate {
  public:
    const WCHAR *m_Name;
    const CLSID *m_ClsID;
    LPFNNewCOMObject m_lpfnNew;
    LPFNInitRoutine m_lpfnInit;
    const void *m_pAMovieSetup_Filter;
};

static CUnknown *CALLBACK make_ok(LPUNKNOWN outer, HRESULT *result)
{
    LoadLibraryW(L"later.dll");
    return nullptr;
}

static void CALLBACK init_bad(BOOL loading, const CLSID *id)
{
    if (loading) {
        LoadLibraryW(L"codec.dll");
    } else {
        FreeLibrary(GetModuleHandleW(L"codec.dll"));
    }
}

extern const CLSID CLSID_Codec;
extern CFactoryTemplate g_Templates[];
extern int g_cTemplates;

CFactoryTemplate g_Templates[] = {
    {L"Codec", &CLSID_Codec, make_ok, init_bad, nullptr},
    {L"Other codec", &CLSID_Codec, make_ok, nullptr, nullptr},
};
int g_cTemplates = 2;

extern "C" __declspec(dllexport) HRESULT WINAPI DllRegisterServer()
{
    return S_OK;
}
