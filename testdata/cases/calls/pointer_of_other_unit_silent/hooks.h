struct hooks {
    void (*open)(void);
    void (*log)(void);
};

extern void (*g_on_attach)(void);
extern struct hooks g_hooks;

void register_hooks_ok(void);
