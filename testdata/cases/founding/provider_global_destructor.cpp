/* The same clean-up in the destructor of a global: it runs after DllMain, under the same lock. */
#include <windows.h>
#include <objbase.h>

class provider_bad {
  public:
    constexpr provider_bad() = default;
    ~provider_bad();

  private:
    IUnknown *site = nullptr;
    HANDLE worker = nullptr;
    HMODULE codec = nullptr;
};

provider_bad::~provider_bad()
{
    if (site != nullptr) {
        site->Release();
    }
    WaitForSingleObject(worker, INFINITE);
    FreeLibrary(codec);
    CoUninitialize();
}

static provider_bad g_provider;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
