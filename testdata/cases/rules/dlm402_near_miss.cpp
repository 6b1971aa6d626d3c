/* Release of a class that has nothing to do with COM, and of a COM class of our own. */
#include <windows.h>
#include <objbase.h>

struct buffer {
    ULONG Release();
};

class stub final : public IUnknown
{
  public:
    HRESULT WINAPI QueryInterface(REFIID, void **) override
    {
        return E_NOINTERFACE;
    }

    ULONG WINAPI AddRef() override
    {
        return 2;
    }

    ULONG WINAPI Release() override
    {
        return 1;
    }
};

static buffer g_buffer;
static stub g_stub;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return g_buffer.Release() + g_stub.AddRef() + g_stub.Release() != 0;
}
