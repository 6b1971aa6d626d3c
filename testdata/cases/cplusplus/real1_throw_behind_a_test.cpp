// How sure an exception is: thrown whatever happens, behind a test near the root, far away from it.
#include <windows.h>

struct narrowing_error {};
struct failed {};

static void refuse_bad()
{
    throw failed();
}

// The reason decides, and the loop ends: nothing goes round the call.
static void start_bad(DWORD reason)
{
    if (reason != DLL_PROCESS_ATTACH) {
        return;
    }
    for (int i = 0; i < 3; i++) {
        OutputDebugStringA("retry");
    }
    refuse_bad();
}

static int open_bad(DWORD reason)
{
    HANDLE event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    if (reason == DLL_THREAD_ATTACH && event == nullptr) {
        throw failed();
    }
    return 0;
}

// A check that every user of the type goes through: no author expects it to fail here.
template <typename To, typename From> static To narrow_bad(From value)
{
    To result = (To)value;
    if ((From)result != value) {
        throw narrowing_error();
    }
    return result;
}

static short scale_bad(int value)
{
    return narrow_bad<short>(value);
}

static int table_bad(int size)
{
    int sum = 0;
    for (int i = 0; i < size; i++) {
        sum += scale_bad(i);
    }
    return sum;
}

static int g_sum;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        start_bad(reason);
        break;
    case DLL_THREAD_ATTACH:
        open_bad(reason);
        break;
    case DLL_THREAD_DETACH:
        g_sum = table_bad((int)GetTickCount() & 15);
        break;
    }
    return TRUE;
}
