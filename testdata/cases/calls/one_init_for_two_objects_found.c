/* One function initialises both objects; the one with the call is closed. */
#include <windows.h>

struct channel;

struct channel_ops {
    void (*close)(struct channel *channel);
};

struct channel {
    const struct channel_ops *ops;
    HMODULE library;
};

static void close_pipe_ok(struct channel *channel)
{
    channel->library = NULL;
}

static void close_plugin_bad(struct channel *channel)
{
    FreeLibrary(channel->library);
}

static const struct channel_ops pipe_ops = {close_pipe_ok};
static const struct channel_ops plugin_ops = {close_plugin_bad};
static struct channel g_pipe, g_plugin;

static void channel_init(struct channel *channel, const struct channel_ops *ops)
{
    channel->ops = ops;
    channel->library = NULL;
}

void open_channels(void)
{
    channel_init(&g_pipe, &pipe_ops);
    channel_init(&g_plugin, &plugin_ops);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_plugin.ops->close(&g_plugin);
    }
    return TRUE;
}
