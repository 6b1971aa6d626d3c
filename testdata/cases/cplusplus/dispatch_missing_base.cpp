// options: --keep-going
// show: cuts
// The base's header is missing: what its pointers lead to is not known, and that is said.
#include <windows.h>

#include "framework/missing.h"

class Panel : public framework::Widget {
public:
    void paint() { paint_ok(); }

private:
    void paint_ok() { LoadLibraryA("panel.dll"); }
};

class Declared;

Declared *find_declared();
void use_declared(Declared *declared);

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        framework::Widget *widget = framework::find("panel");
        widget->paint();
        use_declared(find_declared());
    }
    return TRUE;
}
