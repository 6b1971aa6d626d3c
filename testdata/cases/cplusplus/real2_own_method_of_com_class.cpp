/* A class that implements a COM interface has members of its own, too, whose bodies stand in
 * another DLL's sources here.  Those that are not virtual are called directly and are no COM calls;
 * what a project's interface declares as virtual is called through the interface. */
// show: cuts
#include <windows.h>
#include <unknwn.h>

class surface : public IUnknown {
public:
    surface();
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void **object) override;
    ULONG STDMETHODCALLTYPE AddRef() override;
    ULONG STDMETHODCALLTYPE Release() override;
    void forget_owner_ok(void *owner);
    static void drop_pool_ok();
};

struct presenter : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE present() = 0;
};

static surface *front;
static presenter *output;

static void forget_all_ok()
{
    front->forget_owner_ok(nullptr);
    surface::drop_pool_ok();
    front = new surface;
}

static void release_all_bad()
{
    output->present();
    front->Release();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        forget_all_ok();
        release_all_bad();
    }
    return TRUE;
}
