/* An array of many elements that are all made by calls: each is followed. */
#include <windows.h>

static int plain_ok(int value)
{
    return value + (int)GetTickCount();
}

static int first_bad()
{
    return LoadLibraryA("first.dll") != nullptr;
}

static int last_bad()
{
    return LoadLibraryA("last.dll") != nullptr;
}

#define FOUR(n) plain_ok(n), plain_ok((n) + 1), plain_ok((n) + 2), plain_ok((n) + 3)
#define SIXTEEN(n) FOUR(n), FOUR((n) + 4), FOUR((n) + 8), FOUR((n) + 12)
#define MANY(n) SIXTEEN(n), SIXTEEN((n) + 16), SIXTEEN((n) + 32), SIXTEEN((n) + 48)

struct entry {
    int id;
    int handle;
};

static int g_numbers[] = {first_bad(), MANY(0), MANY(64), MANY(128), MANY(192)};
static entry g_entries[] = {{plain_ok(1), plain_ok(2)}, {plain_ok(3), last_bad()}};

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return g_numbers[0] + g_entries[0].id != 0;
}
