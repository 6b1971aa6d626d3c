// Known wrong: a flag of an object that is not known is asked twice through a method.  What the first
// answer tells of the field is forgotten at the second call.
#include <windows.h>

class capture {
public:
    static capture &get();
    bool replaying() const { return replay_; }

private:
    bool replay_;
};

// Reached only where both answers differ.
static void FP_load_hooks()
{
    LoadLibraryA("hooks.dll");
}

static void set_up()
{
    if (!capture::get().replaying()) {
        FP_load_hooks();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && capture::get().replaying()) {
        set_up();
    }
    return TRUE;
}
