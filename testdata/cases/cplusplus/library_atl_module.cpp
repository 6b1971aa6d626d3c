/* Near miss: the global module object of an ATL DLL, its DllMain, and a class with ObjectMain that
 * ATL does not know. */
#include "include/atlcom.h"

class server : public CAtlDllModuleT<server> {
};

server _AtlModule;

class helper {
public:
    static void WINAPI ObjectMain(bool starting)
    {
        if (starting) {
            LoadLibraryW(L"helper.dll");
        }
    }
};

void(WINAPI *g_later)(bool) = helper::ObjectMain;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    return _AtlModule.DllMain(reason, reserved);
}
