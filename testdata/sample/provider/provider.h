// provider.h - a WMI provider for volumes: what its files share.
#pragma once

#include <windows.h>
#include <wbemidl.h>

#include <string>

// What lives as long as provider.dll is loaded: WMI's interface, a thread that watches the volumes,
// and the vendor's library that knows their health.
class Runtime {
public:
    Runtime() = default;
    ~Runtime();
    Runtime(const Runtime &) = delete;
    Runtime &operator=(const Runtime &) = delete;

    HRESULT Start(IWbemServices *services);
    void StopWatching();
    int Health(const std::wstring &volume) const;

private:
    static DWORD WINAPI Watch(void *self);

    using HealthFunction = int(WINAPI *)(const wchar_t *volume);

    IWbemServices *services_ = nullptr;
    HMODULE vendor_ = nullptr;
    HealthFunction health_ = nullptr;
    HANDLE thread_ = nullptr;
    HANDLE stop_ = nullptr;
};

extern Runtime runtime;
extern LONG live_objects;

// WMI calls Initialize() once, long after the DLL was loaded.
class VolumeProvider final : public IWbemProviderInit {
public:
    VolumeProvider();

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void **object) override;
    ULONG STDMETHODCALLTYPE AddRef() override;
    ULONG STDMETHODCALLTYPE Release() override;
    HRESULT STDMETHODCALLTYPE Initialize(LPWSTR user, LONG flags, LPWSTR space, LPWSTR locale,
                                         IWbemServices *services, IWbemContext *context,
                                         IWbemProviderInitSink *sink) override;

private:
    ~VolumeProvider();
    LONG references_ = 1;
};

// volume.cpp
std::wstring NormalizedVolume(const std::wstring &path);
