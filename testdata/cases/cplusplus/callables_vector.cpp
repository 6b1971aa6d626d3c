// Handlers in a vector: pushed by one function, run by another, through the container, an iterator,
// an index and a reference.
#include <functional>
#include <vector>
#include <windows.h>

using handler = std::function<void()>;

static std::vector<handler> g_handlers;
static std::vector<void (*)()> g_plain;

static void plain_bad() { CoInitialize(nullptr); }
static void add(std::vector<handler> &to, handler what) { to.push_back(std::move(what)); }
static void net_bad() { WSACleanup(); }

static void run_bad()
{
    for (const auto &h : g_handlers) {
        h();
    }
    for (auto it = g_plain.begin(); it != g_plain.end(); ++it) {
        (*it)();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_handlers.push_back([] { LoadLibraryA("plugin.dll"); });
        g_plain.emplace_back(plain_bad);
        run_bad();
        std::vector<handler> mine;
        add(mine, net_bad);
        mine[0]();
    }
    return TRUE;
}
