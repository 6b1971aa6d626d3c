// The same with the other value.
#include <windows.h>

class guard {
public:
    explicit guard(bool armed) : armed_(armed) {}
    ~guard()
    {
        if (armed_) {
            FreeLibrary(GetModuleHandleA("helper.dll"));
        }
    }
    void dismiss() { armed_ = false; }

private:
    bool armed_;
};

class owner {
    guard guard_{true};
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        owner owner;
    }
    return TRUE;
}
