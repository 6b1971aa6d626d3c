/* Elements of constant tables are told apart by every index, and by fields. */
#include <windows.h>

typedef void (*step_fn)(void);

struct stage {
    const char *name;
    step_fn run[2];
};

static void idle_ok(void)
{
}

/* In the row that is not called. */
static void load_other_row_ok(void)
{
    LoadLibraryA("other.dll");
}

static void load_step_bad(void)
{
    LoadLibraryA("step.dll");
}

static void load_stage_bad(void)
{
    LoadLibraryA("stage.dll");
}

/* The near miss: which row it is depends on a variable. */
static void load_any_bad(void)
{
    LoadLibraryA("any.dll");
}

static const step_fn g_steps[2][2] = {{idle_ok, load_step_bad}, {load_other_row_ok, idle_ok}};

static const struct stage g_stages[] = {
    {"first", {load_other_row_ok, idle_ok}},
    {"second", {idle_ok, load_stage_bad}},
};

static const step_fn g_any[2][2] = {{idle_ok, idle_ok}, {load_any_bad, idle_ok}};

static int row(void)
{
    return GetTickCount() & 1;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_steps[0][1]();
        g_stages[1].run[1]();
        g_any[row()][0]();
    }
    return TRUE;
}
