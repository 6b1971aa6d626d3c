/* resources.c - looks where clang's own headers may be. */
#include "facts/resources.h"

#include "base/os.h"
#include "base/path.h"

const char *facts_resource_folder(struct arena *arena)
{
    const char *roots[3] = {os_environment(arena, "DLLMAIN_LINT_RESOURCE_DIR"), NULL, NULL};
    const char *program = os_program_path(arena);
    roots[1] = program ? path_join(arena, path_dirname(arena, program), "../lib/clang/19") : NULL;
    roots[2] = DLLMAIN_LINT_LLVM "/lib/clang/19";
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (roots[i] && os_is_file(path_join(arena, roots[i], "include/stddef.h"))) {
            return roots[i];
        }
    }
    return NULL;
}
