/* search.c - reads `-Ifolder`, `-isystem folder` and their kin. */
#include "facts/search.h"

#include <stdbool.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"

static const struct {
    const char *flag;
    enum search_kind kind;
} flags[] = {{"-iquote", SEARCH_QUOTED},
             {"-isystem-after", SEARCH_AFTER},
             {"-isystem", SEARCH_SYSTEM},
             {"-idirafter", SEARCH_AFTER},
             {"-internal-isystem", SEARCH_SYSTEM},
             {"-I", SEARCH_ANGLED},
             {"--include-directory=", SEARCH_ANGLED}};

/* A folder that an argument names. */
struct named_folder {
    const char *value;
    enum search_kind kind;
    uint32_t n_args; /* 0: it names none */
};

static struct named_folder read_folder(const char *const *args, uint32_t n_args, uint32_t i)
{
    for (size_t f = 0; f < sizeof flags / sizeof *flags; f++) {
        if (!text_starts(args[i], flags[f].flag)) {
            continue;
        }
        const char *value = args[i] + strlen(flags[f].flag);
        if (*value) {
            return (struct named_folder){value, flags[f].kind, 1};
        }
        if (i + 1 < n_args) {
            return (struct named_folder){args[i + 1], flags[f].kind, 2};
        }
    }
    return (struct named_folder){0};
}

static void add(struct arena *arena, struct search_path *path, const char *folder,
                enum search_kind kind)
{
    struct search_folder added = {.path = folder, .kind = kind};
    VEC_PUSH(arena, path, added);
}

/* The folder of mingw-w64's headers on systems that keep one for each target. */
static void add_target_folder(struct arena *arena, struct search_path *path, const char *target)
{
    const char *dash = strchr(target, '-');
    if (dash && (strstr(target, "windows-gnu") || strstr(target, "mingw"))) {
        add(arena, path,
            arena_printf(arena, "/usr/%.*s-w64-mingw32/include", (int)(dash - target), target),
            SEARCH_TARGET);
    }
}

struct search_path search_path_of(struct arena *arena, const char *const *args, uint32_t n_args)
{
    const char *cwd = os_current_folder(arena);
    const char *target = "";
    bool standard = true;
    for (uint32_t i = 0; i < n_args; i++) {
        const char *arg = args[i];
        if (text_starts(arg, "-working-directory=")) {
            cwd = path_join(arena, cwd, arg + strlen("-working-directory="));
        } else if (strcmp(arg, "-working-directory") == 0 && i + 1 < n_args) {
            cwd = path_join(arena, cwd, args[i + 1]);
        } else if (text_starts(arg, "--target=")) {
            target = arg + strlen("--target=");
        } else if (strcmp(arg, "-target") == 0 && i + 1 < n_args) {
            target = args[i + 1];
        } else if (strcmp(arg, "-nostdinc") == 0 || strcmp(arg, "-nostdlibinc") == 0) {
            standard = false;
        }
    }
    struct search_path path = {0};
    for (uint32_t i = 0; i < n_args;) {
        struct named_folder folder = read_folder(args, n_args, i);
        if (folder.n_args > 0) {
            add(arena, &path, path_join(arena, cwd, folder.value), folder.kind);
        }
        i += folder.n_args > 0 ? folder.n_args : 1;
    }
    if (standard) {
        add_target_folder(arena, &path, target);
    }
    return path;
}

uint32_t search_argument_length(const char *const *args, uint32_t n_args, uint32_t i)
{
    return read_folder(args, n_args, i).n_args;
}
