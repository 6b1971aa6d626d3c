// An owner is named for an abstract class, which nobody makes: its pure method is no candidate, and
// nothing is missing.
// show: cuts
#include <memory>
#include <windows.h>

class manager {
public:
    virtual ~manager() = default;
    virtual int create(int size) = 0;
};

class market_bad : public manager {
public:
    int create(int size) override
    {
        LoadLibraryW(L"market.dll");
        return size;
    }
};

struct closer {
    void operator()(manager *made) { delete made; }
};

using owner = std::unique_ptr<manager, closer>;

static owner make(int size)
{
    return size == 0 ? nullptr : owner(new market_bad);
}

struct control {
    owner held{nullptr};
};

static control *g_control;

extern "C" __declspec(dllexport) void mylib_start(int size)
{
    g_control = new control;
    g_control->held = make(size);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_ATTACH) {
        g_control->held->create(2);
    }
    return TRUE;
}
