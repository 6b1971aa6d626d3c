/* ATL calls ObjectMain of each class in the object map from the DLL's entry point: with true at
 * attach, with false at detach. */
#include "include/atlcom.h"

class engine : public CComObjectRootEx<CComSingleThreadModel> {
public:
    static void WINAPI ObjectMain(bool starting)
    {
        if (starting) {
            LoadLibraryW(L"engine_data.dll");
        } else {
            FreeLibrary(GetModuleHandleW(L"engine_data.dll"));
        }
    }
};

class silent : public CComObjectRootEx<CComSingleThreadModel> {
public:
    static void WINAPI ObjectMain(bool starting)
    {
        SetLastError(starting ? 1 : 0);
    }
    HRESULT FinalConstruct()
    {
        LoadLibraryW(L"late.dll");
        return S_OK;
    }
};

OBJECT_ENTRY_AUTO(engine_id, engine)
OBJECT_ENTRY_AUTO(silent_id, silent)

class module : public CAtlDllModuleT<module> {
};

module _AtlModule;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    return _AtlModule.DllMain(reason, reserved);
}
