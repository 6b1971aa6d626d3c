// runtime.cpp - the global that owns everything, and so gives it back when the DLL goes.
#include "provider.h"

Runtime runtime;

HRESULT Runtime::Start(IWbemServices *services)
{
    services->AddRef();
    services_ = services;
    vendor_ = LoadLibraryW(L"volumehealth.dll");
    if (vendor_ != nullptr) {
        health_ = reinterpret_cast<HealthFunction>(
            reinterpret_cast<void *>(GetProcAddress(vendor_, "VolumeHealth")));
    }
    stop_ = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    thread_ = CreateThread(nullptr, 0, Watch, this, 0, nullptr);
    return thread_ != nullptr ? WBEM_S_NO_ERROR : WBEM_E_FAILED;
}

DWORD WINAPI Runtime::Watch(void *self)
{
    const Runtime *that = static_cast<const Runtime *>(self);
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    while (WaitForSingleObject(that->stop_, 5000) == WAIT_TIMEOUT) {
        that->Health(NormalizedVolume(L"C:/"));
    }
    CoUninitialize();
    return 0;
}

void Runtime::StopWatching()
{
    if (thread_ == nullptr) {
        return;
    }
    SetEvent(stop_);
    WaitForSingleObject(thread_, INFINITE);
    CloseHandle(thread_);
    CloseHandle(stop_);
    thread_ = nullptr;
}

int Runtime::Health(const std::wstring &volume) const
{
    return health_ != nullptr ? health_(volume.c_str()) : -1;
}

Runtime::~Runtime()
{
    StopWatching();
    if (services_ != nullptr) {
        services_->Release();
    }
    if (vendor_ != nullptr) {
        FreeLibrary(vendor_);
    }
}
