// The DLL's own COM classes: the Release of the object that is held is harmless.
#include <windows.h>
#include <unknwn.h>

class Reader : public IUnknown {
public:
    explicit Reader(HMODULE library) : library_(library) {}
    HRESULT WINAPI QueryInterface(REFIID, void **out) override
    {
        *out = nullptr;
        return E_NOINTERFACE;
    }
    ULONG WINAPI AddRef() override { return 2; }
    ULONG WINAPI Release() override;

protected:
    HMODULE library_;
};

class LoadedReader final : public Reader {
public:
    using Reader::Reader;
    explicit LoadedReader() : Reader(LoadLibraryA("reader.dll")) {}
    ULONG WINAPI Release() override
    {
        unload_ok();
        return 0;
    }

private:
    void unload_ok() { FreeLibrary(library_); }
};

ULONG Reader::Release()
{
    return 1;
}

static IUnknown *g_reader;
static IUnknown *g_loaded;

void open_readers(HMODULE library)
{
    g_reader = new Reader(library);
    g_loaded = new LoadedReader;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        g_reader->Release();
    }
    return TRUE;
}
