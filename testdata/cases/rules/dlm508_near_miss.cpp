/* A test double of the add-in, with the names of Excel's functions. */
#include <windows.h>

static int Excel4(int function)
{
    return function;
}

namespace mail
{
static bool MAPIInitialize(void *)
{
    return true;
}
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return Excel4(0) == 0 && mail::MAPIInitialize(nullptr);
}
