#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <thread>
#include "classes.hpp"

int own_extern = 4;
struct Work {
    void go() { LoadLibraryW(L"x.dll"); }
};
static Outer outer;
static Holder<Work> holder;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        holder.run();
        std::thread([] { outer.base.reset(); }).detach();
    }
    return TRUE;
}
