/* Functions of the project that are named alike. */
#include <windows.h>

struct bus {
    int sent;
    void SendMessageW(int what)
    {
        sent += what;
    }
};

namespace queue {
int GetMessage(int n)
{
    return n + 1;
}
} // namespace queue

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        bus b = {0};
        b.SendMessageW(queue::GetMessage(1));
    }
    return TRUE;
}
