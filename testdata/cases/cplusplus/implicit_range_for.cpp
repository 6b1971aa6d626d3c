// A loop over a range calls begin(), end() and the operators of the iterator.
#include <windows.h>

class entry {
public:
    explicit entry(int at) : at_(at) {}
    int operator*() const { return LoadLibraryA("entry.dll") != nullptr; }
    entry &operator++()
    {
        at_ += FreeLibrary(GetModuleHandleA("entry.dll"));
        return *this;
    }
    bool operator!=(const entry &other) const { return at_ != other.at_; }

private:
    int at_;
};

class directory_bad {
public:
    entry begin() const { return entry(LoadLibraryA("begin.dll") != nullptr); }
    entry end() const { return entry(4); }
};

struct array_ok {
    int *begin() { return values; }
    int *end() { return values + 4; }
    int values[4];
};

struct item_bad {
    ~item_bad() { LoadLibraryA("item.dll"); }
};

struct kept_ok {
    ~kept_ok() { LoadLibraryA("never.dll"); }
};

static item_bad g_items[2];
static kept_ok *g_kept;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        for (int each : directory_bad()) {
            OutputDebugStringA(each != 0 ? "a" : "b");
        }
        for (int &value : array_ok()) {
            value = 0;
        }
        for (item_bad item : g_items) {
            OutputDebugStringA("item");
        }
    }
    return TRUE;
}
