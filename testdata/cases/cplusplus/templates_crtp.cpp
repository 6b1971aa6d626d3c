/* The base calls the class that is made from it. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

template <class D> struct Component {
    Component()
    {
        static_cast<D *>(this)->touch();
    }
    void start()
    {
        static_cast<D *>(this)->on_start();
    }
    void on_start()
    {
        default_ok();
    }
    void default_ok()
    {
        LoadLibraryA("default");
    }
};

class Audio : public Component<Audio>
{
  public:
    void touch()
    {
        touch_bad();
    }
    void on_start()
    {
        start_bad();
    }

  private:
    void touch_bad()
    {
        LoadLibraryA("touch");
    }
    void start_bad()
    {
        LoadLibraryA("start");
    }
};

static Audio g_audio;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_ATTACH) {
        g_audio.start();
    }
    return TRUE;
}
