/* Two lambdas of one function are two functions, also for the template that both are handed to. */
// flags: -std=c++17
#include <windows.h>

template <class Step> static void run(Step step)
{
    step();
}

template <class Undo> class scope_exit {
  public:
    explicit scope_exit(Undo undo) : undo_(undo)
    {
    }
    ~scope_exit()
    {
        undo_();
    }

  private:
    Undo undo_;
};

static void first_bad()
{
    LoadLibraryA("first.dll");
}

static void second_bad()
{
    LoadLibraryA("second.dll");
}

static void third_bad()
{
    LoadLibraryA("third.dll");
}

static void fourth_bad()
{
    LoadLibraryA("fourth.dll");
}

static void steps()
{
    run([] { first_bad(); });
    run([] { second_bad(); });
}

static void guards()
{
    scope_exit one([] { third_bad(); });
    scope_exit two([] { fourth_bad(); });
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        steps();
        guards();
    }
    return TRUE;
}
