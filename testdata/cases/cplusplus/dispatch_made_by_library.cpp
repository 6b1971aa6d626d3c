// The only objects of a class are made by make_unique, make_shared, or held by a container.
#include <windows.h>

#include <list>
#include <memory>

class Part {
public:
    virtual ~Part() {}
    virtual void load() = 0;
    virtual void check() {}
};

class UniquePart : public Part {
public:
    void load() override { unique_bad(); }

private:
    void unique_bad() { LoadLibraryA("unique.dll"); }
};

class SharedPart : public Part {
public:
    void load() override { shared_bad(); }

private:
    void shared_bad() { LoadLibraryA("shared.dll"); }
};

class ListedPart : public Part {
public:
    void load() override { listed_bad(); }

private:
    void listed_bad() { LoadLibraryA("listed.dll"); }
};

class PointedPart : public Part {
public:
    void load() override { pointed_ok(); }

private:
    void pointed_ok() { LoadLibraryA("pointed.dll"); }
};

static Part *g_part;
static std::unique_ptr<PointedPart> g_pointed;

extern "C" __declspec(dllexport) void set_part(Part *part)
{
    g_part = part;
}

extern "C" __declspec(dllexport) void make_parts(int which)
{
    static std::list<ListedPart> listed;
    static auto unique = std::make_unique<UniquePart>();
    static auto shared = std::make_shared<SharedPart>();
    if (which == 1) {
        listed.emplace_back();
    }
}

static void load_bad()
{
    g_part->load();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_part != nullptr) {
        load_bad();
    }
    return TRUE;
}
