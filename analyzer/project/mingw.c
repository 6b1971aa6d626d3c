/* mingw.c - finds /usr/lib/gcc/<arch>-w64-mingw32/<version>-posix, as Debian lays it out. */
#include "project/mingw.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/text.h"
#include "base/vec.h"

/* Returns the folder of the newest version, or NULL. */
static const char *newest(struct arena *arena, const char *folder)
{
    uint32_t n = 0;
    const char **names = os_list(arena, folder, &n);
    const char *best = NULL;
    unsigned long best_version = 0;
    for (uint32_t i = 0; i < n; i++) {
        unsigned long version = strtoul(names[i], NULL, 10);
        const char *library = arena_printf(arena, "%s/%s/include/c++", folder, names[i]);
        if (text_ends(names[i], "-posix") && version >= best_version && os_is_folder(library)) {
            best = library;
            best_version = version;
        }
    }
    return best;
}

struct arguments mingw_cxx_args(struct arena *arena, const char *arch)
{
    struct arguments args = {0};
    const char *triple = arena_printf(arena, "%s-w64-mingw32", arch);
    const char *library = newest(arena, arena_printf(arena, "/usr/lib/gcc/%s", triple));
    if (library == NULL) {
        return args;
    }
    VEC_PUSH(arena, &args, "-nostdinc++");
    VEC_PUSH(arena, &args, "-isystem");
    VEC_PUSH(arena, &args, library);
    VEC_PUSH(arena, &args, "-isystem");
    VEC_PUSH(arena, &args, arena_printf(arena, "%s/%s", library, triple));
    VEC_PUSH(arena, &args, "-isystem");
    VEC_PUSH(arena, &args, arena_printf(arena, "%s/backward", library));
    return args;
}
