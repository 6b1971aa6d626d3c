// provider.cpp - the COM object that WMI talks to.  It runs on WMI's threads: it may do anything.
#include "provider.h"

VolumeProvider::VolumeProvider()
{
    InterlockedIncrement(&live_objects);
}

VolumeProvider::~VolumeProvider()
{
    InterlockedDecrement(&live_objects);
}

HRESULT VolumeProvider::QueryInterface(REFIID id, void **object)
{
    if (id != IID_IUnknown && id != IID_IWbemProviderInit) {
        *object = nullptr;
        return E_NOINTERFACE;
    }
    *object = static_cast<IWbemProviderInit *>(this);
    AddRef();
    return S_OK;
}

ULONG VolumeProvider::AddRef()
{
    return static_cast<ULONG>(InterlockedIncrement(&references_));
}

ULONG VolumeProvider::Release()
{
    LONG left = InterlockedDecrement(&references_);
    if (left == 0) {
        delete this;
    }
    return static_cast<ULONG>(left);
}

HRESULT VolumeProvider::Initialize(LPWSTR, LONG, LPWSTR, LPWSTR, IWbemServices *services,
                                   IWbemContext *, IWbemProviderInitSink *sink)
{
    HRESULT result = runtime.Start(services);
    sink->SetStatus(SUCCEEDED(result) ? static_cast<LONG>(WBEM_S_INITIALIZED) : result, 0);
    return result;
}

extern "C" HRESULT WINAPI DllGetClassObject(REFCLSID, REFIID id, void **object)
{
    VolumeProvider *provider = new VolumeProvider;
    HRESULT result = provider->QueryInterface(id, object);
    provider->Release();
    return result;
}
