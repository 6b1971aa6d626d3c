// What a lambda captured has the value that it has when the lambda runs: one that is changed in
// between, by another lambda, or by itself between two runs, may have any.
#include <algorithm>
#include <windows.h>

struct options {
    bool exiting;
    int level;
};

static void load_bad() { LoadLibraryA("plugin.dll"); }
static void late_bad() { LoadLibraryA("late.dll"); }
static void second_bad() { LoadLibraryA("second.dll"); }
static void reset_bad() { LoadLibraryA("reset.dll"); }

class service {
  public:
    void start()
    {
        int stages[] = {1, 2};
        done_ = false;
        std::for_each(stages, stages + 2, [this](int) {
            if (done_) {
                second_bad();
            }
            done_ = true;
        });
    }

  private:
    bool done_;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason != DLL_PROCESS_ATTACH) {
        return TRUE;
    }
    options plain = {false, 1};
    auto load = [&plain] {
        if (plain.exiting) {
            return;
        }
        load_bad();
    };
    load();

    options changed = {true, 1};
    auto late = [&changed] {
        if (changed.exiting) {
            return;
        }
        late_bad();
    };
    changed.exiting = false;
    late();

    options shared = {true, 1};
    auto reset = [&shared] { shared.exiting = false; };
    auto look = [&] {
        reset();
        if (shared.exiting) {
            return;
        }
        reset_bad();
    };
    look();

    service object;
    object.start();
    return TRUE;
}
