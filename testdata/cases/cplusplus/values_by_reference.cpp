// What a callee changes through a reference or a pointer is changed for the caller, too.
#include <windows.h>

struct Guard {
    bool armed;
    Guard() : armed(true) {}
    ~Guard()
    {
        if (armed) {
            LoadLibraryW(L"guard.dll");
        }
    }
};

struct Holder {
    int number;
    Guard guard;
};

static void disarm(Guard &guard)
{
    guard.armed = false;
}

static void arm(bool &armed)
{
    armed = true;
}

static void ask(const Guard &guard)
{
    if (guard.armed) {
        LoadLibraryW(L"asked.dll");
    }
}

static void armed_again_bad()
{
    Guard guard;
    disarm(guard);
    arm(guard.armed);
}

static void second_name_bad()
{
    Guard guard;
    Guard &name = guard;
    disarm(name);
    name.armed = true;
    if (guard.armed) {
        LoadLibraryW(L"second.dll");
    }
    disarm(guard);
}

static void field_of_holder_bad()
{
    Holder holder;
    disarm(holder.guard);
    Guard *guard = &holder.guard;
    arm(guard->armed);
    if (holder.guard.armed) {
        LoadLibraryW(L"field.dll");
    }
    disarm(*guard);
}

static void asked_bad()
{
    Guard guard;
    ask(guard);
    disarm(guard);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        armed_again_bad();
        second_name_bad();
        field_of_holder_bad();
        asked_bad();
    }
    return TRUE;
}
