/* What was read or written through a pointer is not null afterwards, on any path that goes on. */
#include <windows.h>

struct theme {
    int colours;
    char name[16];
    struct theme *next;
};

static void use_default_ok(struct theme *theme)
{
    if (theme == NULL) {
        LoadLibraryA("default.dll");
    }
}

/* Written through, and read of an element. */
static void after_write_ok(struct theme *theme, const char *text)
{
    theme->colours = text[0];
    if (!theme || !text) {
        LoadLibraryA("write.dll");
    }
}

static void read_first(struct theme *theme)
{
    int colours = theme->colours;
    use_default_ok(theme);
    SetLastError(colours);
}

/* Nothing is read yet when it is asked. */
static void asked_before_bad(struct theme *theme)
{
    if (theme == NULL) {
        LoadLibraryA("before.dll");
    } else {
        SetLastError(theme->colours);
    }
}

/* An address is taken, and an array decays to one: that reads nothing. */
static void address_bad(struct theme *theme)
{
    struct theme **next = &theme->next;
    const char *name = theme->name;
    if (theme == NULL) {
        LoadLibraryA(name ? "address.dll" : (const char *)next);
    }
}

/* Another one is read. */
static void another_bad(struct theme *theme, struct theme *other)
{
    SetLastError(other->colours);
    if (theme == NULL) {
        LoadLibraryA("another.dll");
    }
}

/* It is another pointer by then. */
static void stepped_bad(struct theme *theme)
{
    SetLastError(theme->colours);
    theme = theme->next;
    if (theme == NULL) {
        LoadLibraryA("stepped.dll");
    }
}

struct theme *find_theme(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_first(find_theme());
        after_write_ok(find_theme(), GetCommandLineA());
        asked_before_bad(find_theme());
        address_bad(find_theme());
        another_bad(find_theme(), find_theme());
        stepped_bad(find_theme());
    }
    return TRUE;
}
