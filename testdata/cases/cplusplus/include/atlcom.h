/* Declarations of our own in the place of ATL's: the module object and classes in its map. */
#ifndef CASES_ATLCOM_H
#define CASES_ATLCOM_H

#include <windows.h>

namespace ATL {

class CAtlModule {
public:
    virtual ~CAtlModule();
    virtual HRESULT AddCommonRGSReplacements(void *);
};

template <class T> class CAtlModuleT : public CAtlModule {};

template <class T> class CAtlDllModuleT : public CAtlModuleT<T> {
public:
    CAtlDllModuleT();
    ~CAtlDllModuleT();
    BOOL WINAPI DllMain(DWORD reason, LPVOID reserved);
    HRESULT DllCanUnloadNow();
};

class CComSingleThreadModel {};

class CComObjectRootBase {
public:
    static void WINAPI ObjectMain(bool starting);
};

template <class Model> class CComObjectRootEx : public CComObjectRootBase {
public:
    ULONG InternalRelease();
};

struct _ATL_OBJMAP_ENTRY30 {
    void(WINAPI *pfnObjectMain)(bool starting);
};

} // namespace ATL

using namespace ATL;

#define OBJECT_ENTRY_AUTO(name, class)                                                             \
    ATL::_ATL_OBJMAP_ENTRY30 __objMap_##class = {class ::ObjectMain};

#endif
