// A destructor that is called by name; a virtual one is that of the object.
#include <windows.h>

struct shape_ok {
    virtual ~shape_ok() {}
};

struct circle_bad : shape_ok {
    ~circle_bad() override { LoadLibraryA("circle.dll"); }
};

struct plain_ok {
    ~plain_ok() { LoadLibraryA("plain.dll"); }
};

static shape_ok *g_shape;
static plain_ok *g_plain;

extern "C" __declspec(dllexport) void draw()
{
    g_shape = new circle_bad;
    g_plain = new plain_ok;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        if (g_shape != nullptr) {
            g_shape->~shape_ok();
        }
    }
    return TRUE;
}
