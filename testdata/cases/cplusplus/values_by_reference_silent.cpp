// As values_by_reference.cpp, but each guard is disarmed when it is destroyed: by reference, by
// pointer, through two functions, as a field, by the field itself, by another name, through a
// method, through a pointer to a function.
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

static void disarm_by_pointer(Guard *guard)
{
    guard->armed = false;
}

static void disarm_deep(Guard &guard)
{
    disarm(guard);
}

static void clear(bool &flag)
{
    flag = false;
}

struct Clerk {
    virtual void close(Guard &guard) { guard.armed = false; }
};

static void ask(const Guard &guard)
{
    if (guard.armed) {
        LoadLibraryW(L"asked.dll");
    }
}

static void by_reference_ok()
{
    Guard guard;
    disarm(guard);
}

static void by_pointer_ok()
{
    Guard guard;
    disarm_by_pointer(&guard);
}

static void through_two_ok()
{
    Guard guard;
    disarm_deep(guard);
}

static void as_field_ok()
{
    Holder holder;
    disarm(holder.guard);
}

static void field_itself_ok()
{
    Holder holder;
    clear(holder.guard.armed);
}

static void other_name_ok()
{
    Guard guard;
    Guard &name = guard;
    name.armed = false;
    ask(name);
}

static void by_method_ok()
{
    Guard guard;
    Clerk clerk;
    clerk.close(guard);
}

static void by_function_pointer_ok()
{
    Guard guard;
    void (*function)(Guard &) = disarm;
    function(guard);
}

static void what_nobody_handed_ok(Holder &holder)
{
    disarm(holder.guard);
    ask(holder.guard);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        by_reference_ok();
        by_pointer_ok();
        through_two_ok();
        as_field_ok();
        field_itself_ok();
        other_name_ok();
        by_method_ok();
        by_function_pointer_ok();
        Holder holder;
        what_nobody_handed_ok(holder);
    }
    return TRUE;
}
