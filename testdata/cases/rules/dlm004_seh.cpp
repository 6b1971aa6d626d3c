/* __except catches C++ exceptions, too; __finally does not. */
// flags: -fms-extensions --target=x86_64-pc-windows-msvc
typedef void *HINSTANCE;

static int volatile g_state;

static void require_ok(int state)
{
    if (state == 0) {
        throw state;
    }
}

static void step_bad(int state)
{
    if (state == 1) {
        throw state;
    }
}

static void guarded_ok()
{
    __try {
        require_ok(g_state);
    } __except (1) {
        g_state = 2;
    }
}

static void finish_bad()
{
    __try {
        step_bad(g_state);
    } __finally {
        g_state = 0;
    }
}

extern "C" int __stdcall DllMain(HINSTANCE, unsigned long reason, void *)
{
    if (reason == 1) {
        guarded_ok();
        finish_bad();
    }
    return 1;
}
