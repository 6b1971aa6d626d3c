// Objects and pointers that a lambda captured keep what is known of them: by copy, by reference,
// with an initialiser, set before the lambda, handed to an algorithm, through `this`.
#include <algorithm>
#include <windows.h>

struct options {
    bool exiting;
    int level;
};

static void copy_ok() { LoadLibraryA("copy.dll"); }
static void reference_ok() { LoadLibraryA("reference.dll"); }
static void field_ok() { LoadLibraryA("field.dll"); }
static void pointer_ok() { LoadLibraryA("pointer.dll"); }
static void set_ok() { LoadLibraryA("set.dll"); }
static void each_ok() { LoadLibraryA("each.dll"); }
static void this_ok() { LoadLibraryA("this.dll"); }
static void nested_ok() { LoadLibraryA("nested.dll"); }

template <typename F> static void call(F &&f) { f(); }
template <typename F> static void call_nested(F &&f) { f(); }

class service {
  public:
    explicit service(bool exiting) : exiting_(exiting) {}

    void stop()
    {
        auto all = [this] {
            if (exiting_) {
                return;
            }
            this_ok();
        };
        all();
    }

  private:
    bool exiting_;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason != DLL_PROCESS_DETACH || reserved == nullptr) {
        return TRUE;
    }
    int stages[] = {1, 2};
    options o = {true, 1};
    auto copied = [o] {
        if (o.exiting) {
            return;
        }
        copy_ok();
    };
    copied();
    call([&o] { o.exiting ? void() : reference_ok(); });
    [exiting = o.exiting] { exiting ? void() : field_ok(); }();
    std::for_each(stages, stages + 2, [&](int) { o.exiting ? void() : each_ok(); });
    call_nested([&] {
        auto inner = [&] { o.level == 1 ? void() : nested_ok(); };
        inner();
    });

    options set;
    set.exiting = reserved != nullptr;
    auto later = [&set] { set.exiting ? void() : set_ok(); };
    later();
    later();

    options pointed = {true, 1};
    [p = &pointed] { p->exiting ? void() : pointer_ok(); }();

    service object(true);
    object.stop();
    return TRUE;
}
