/* flags.c - what the translators for gcc and for cl.exe have in common. */
#include "project/flags.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "base/vec.h"

void flags_add(struct flags *flags, const struct flag_context *context, const char *text)
{
    VEC_PUSH(context->arena, &flags->args, text);
}

void flags_add_joined(struct flags *flags, const struct flag_context *context, const char *option,
                      const char *value)
{
    flags_add(flags, context, arena_printf(context->arena, "%s%s", option, value));
}

static const char *absolute(const struct flag_context *context, const char *path)
{
    return path_map_apply(context->arena, context->maps,
                          path_join(context->arena, context->folder, path));
}

void flags_add_path(struct flags *flags, const struct flag_context *context, const char *option,
                    const char *path)
{
    if (path[0] == '\0') {
        return;
    }
    bool below_sysroot = path[0] == '=' || text_starts(path, "$SYSROOT");
    const char *value = below_sysroot ? path : absolute(context, path);
    if (strcmp(option, "-I") == 0 || text_ends(option, "=")) {
        flags_add_joined(flags, context, option, value);
    } else {
        flags_add(flags, context, option);
        flags_add(flags, context, value);
    }
}

void flags_add_header(struct flags *flags, const struct flag_context *context, const char *option,
                      const char *header)
{
    if (header[0] == '\0') {
        return;
    }
    const char *here = absolute(context, header);
    bool exists = os_is_file(here);
    if (!exists && text_starts(path_basename(header), "cmake_pch.")) {
        return;
    }
    bool search = !exists && !path_is_absolute(header) && header[0] != '@';
    flags_add(flags, context, option);
    flags_add(flags, context, search ? path_normalize(context->arena, header) : here);
}

/* What follows "c", "gnu", "c++", "gnu++" in the standards that clang 19 knows. */
static const char *const c_years[] = {"89", "90", "99", "9x", "11", "1x",
                                      "17", "18", "23", "2x", "2y", NULL};
static const char *const cxx_years[] = {"98", "03", "0x", "11", "1y", "14", "1z", "17",
                                        "2a", "20", "2b", "23", "2c", "26", NULL};
static const char *const iso_c[] = {"iso9899:1990",
                                    "iso9899:199409",
                                    "iso9899:1999",
                                    "iso9899:2011",
                                    "iso9899:2017",
                                    "iso9899:2018",
                                    NULL};

static bool is_in(const char *word, const char *const *list)
{
    while (*list != NULL && strcmp(*list, word) != 0) {
        list++;
    }
    return *list != NULL;
}

bool flags_standard_fits(const char *standard, enum language language)
{
    const char *rest = standard;
    if (text_starts(rest, "gnu")) {
        rest += 3;
    } else if (text_starts(rest, "c")) {
        rest += 1;
    } else {
        return language == LANGUAGE_C && is_in(standard, iso_c);
    }
    if (text_starts(rest, "++")) {
        return language == LANGUAGE_CXX && is_in(rest + 2, cxx_years);
    }
    return language == LANGUAGE_C && is_in(rest, c_years);
}

void flags_set_standard(struct flags *flags, const char *standard)
{
    if (flags_standard_fits(standard, LANGUAGE_C) || flags_standard_fits(standard, LANGUAGE_CXX)) {
        flags->standard = standard;
    } else {
        flags->n_dropped++;
    }
}

void flags_set_language(struct flags *flags, const char *name)
{
    static const char *const c[] = {"c", "cpp-output", NULL};
    static const char *const cxx[] = {"c++", "c++-cpp-output", "c++-module", NULL};
    if (strcmp(name, "none") == 0) {
        flags->language = LANGUAGE_UNSAID;
    } else if (is_in(name, c)) {
        flags->language = LANGUAGE_C;
    } else {
        flags->language = is_in(name, cxx) ? LANGUAGE_CXX : LANGUAGE_OTHER;
    }
}

void flags_set_target(struct flags *flags, const char *triple)
{
    const char *arch = compiler_arch(triple);
    if (arch == NULL) {
        flags->n_dropped++;
    } else {
        flags->arch = arch;
        flags->bits = 0;
    }
}
