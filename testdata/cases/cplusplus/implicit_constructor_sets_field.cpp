// A destructor tests what the constructor has set.
#include <windows.h>

class guard_ok {
public:
    explicit guard_ok(bool armed) : armed_(armed) {}
    ~guard_ok()
    {
        if (armed_) {
            FreeLibrary(GetModuleHandleA("helper.dll"));
        }
    }
    void dismiss() { armed_ = false; }

private:
    bool armed_;
};

class base_ok {
public:
    base_ok() : base_ok(false) {}
    explicit base_ok(bool armed) : armed_(armed) {}
    ~base_ok()
    {
        if (armed_) {
            FreeLibrary(GetModuleHandleA("base.dll"));
        }
    }

private:
    bool armed_;
};

class derived_ok : public base_ok {
    guard_ok guard_{false};
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        guard_ok never(false);
        guard_ok dismissed(true);
        dismissed.dismiss();
        derived_ok derived;
        guard_ok(false);
    }
    return TRUE;
}
