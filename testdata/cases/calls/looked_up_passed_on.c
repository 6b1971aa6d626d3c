/* The function as an argument, and in a struct that a helper fills. */
#include <windows.h>

typedef void(WINAPI *leave_room)(int room);

struct chat {
    HMODULE dll;
    leave_room leave;
};

static struct chat g_chat;

static void chat_bind_ok(struct chat *chat, const wchar_t *file)
{
    chat->dll = LoadLibraryW(file);
    if (chat->dll) {
        chat->leave = (leave_room)GetProcAddress(chat->dll, "chat_leave");
    }
}

__declspec(dllexport) void chat_open_ok(void)
{
    chat_bind_ok(&g_chat, L"chat.dll");
}

static void leave_all_bad(leave_room leave)
{
    int room;

    for (room = 0; leave && room < 4; room++) {
        leave(room);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        leave_all_bad(g_chat.leave);
    }
    return TRUE;
}
