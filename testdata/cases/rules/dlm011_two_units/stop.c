static void *g_last;

static int UnhookWindowsHookEx(void *hook)
{
    return hook != 0;
}

void hook_stop_ok(void)
{
    UnhookWindowsHookEx(g_last);
}
