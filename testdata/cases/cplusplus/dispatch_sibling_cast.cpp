// dynamic_cast from one base to the other: only classes that have both are left.
#include <windows.h>

class Shape {
public:
    virtual ~Shape() {}
    virtual void draw() {}
};

class Stored {
public:
    virtual void store() = 0;
    virtual void drop() {}
};

class Circle : public Shape, public Stored {
public:
    void store() override;
    void drop() override {}
};

class Square : public Shape {
public:
    void draw() override { LoadLibraryA("square.dll"); }
};

void Circle::store()
{
    LoadLibraryA("store.dll");
}

static Shape *g_shape;

extern "C" __declspec(dllexport) void set_shape(Shape *shape)
{
    static Circle circle;
    static Square square;
    g_shape = shape != nullptr ? shape : &circle;
    square.draw();
}

static void store_bad()
{
    Stored *stored = dynamic_cast<Stored *>(g_shape);
    if (stored != nullptr) {
        stored->store();
        stored->drop();
    }
}

static void draw_ok()
{
    if (Circle *circle = dynamic_cast<Circle *>(g_shape)) {
        circle->draw();
        static_cast<Circle *>(g_shape)->draw();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        store_bad();
        draw_ok();
    }
    return TRUE;
}
