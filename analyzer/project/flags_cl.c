/*
 * flags_cl.c - the flags of cl.exe and clang-cl in gcc's form.
 *
 * Options begin with '/' or '-' and are told apart by their longest name in the table.  What
 * clang-cl takes from clang (`-fno-rtti`, `--target=`, `/clang:-std=c++17`) goes to the translator
 * for gcc.  Nothing asks for MSVC's own compatibility mode: with mingw-w64's headers it is only
 * errors.  Limits: /Zc:wchar_t- and /clr have no counterpart and are dropped.
 */
#include "project/flags.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"

/* How an option and its value are written. */
enum form {
    ALONE,  /* nothing may follow */
    JOINED, /* anything may follow in the same word, also nothing */
    VALUE,  /* the value follows in the same word or is the next one */
};

/* What is done with an option. */
enum action {
    DO_DROP,
    DO_DEFINE,
    DO_UNDEFINE,
    DO_INCLUDE,
    DO_SYSTEM_INCLUDE,
    DO_FORCED_INCLUDE,
    DO_STANDARD,
    DO_EXCEPTIONS,
    DO_PACK,
    DO_OUTPUT,
    DO_LANGUAGE_C,
    DO_LANGUAGE_CXX,
    DO_FILE_C,
    DO_FILE_CXX,
    DO_ARCH,
    DO_CLANG,
    DO_FLAG, /* `text`, a list of gcc's flags with one blank between */
    DO_STOP, /* the linker's options follow */
};

/* The options, without their first character. */
static const struct cl_option {
    const char *name;
    enum form form;
    enum action action;
    const char *text;
} options[] = {
    {"D", VALUE, DO_DEFINE, NULL},
    {"U", VALUE, DO_UNDEFINE, NULL},
    {"I", VALUE, DO_INCLUDE, NULL},
    {"external:I", VALUE, DO_SYSTEM_INCLUDE, NULL},
    {"imsvc", VALUE, DO_SYSTEM_INCLUDE, NULL},
    {"FI", VALUE, DO_FORCED_INCLUDE, NULL},
    {"std:", JOINED, DO_STANDARD, NULL},
    {"EH", JOINED, DO_EXCEPTIONS, NULL},
    {"J", ALONE, DO_FLAG, "-funsigned-char"},
    {"Zp", JOINED, DO_PACK, NULL},
    {"GR-", ALONE, DO_FLAG, "-fno-rtti"},
    {"GR", ALONE, DO_FLAG, "-frtti"},
    {"Zc:char8_t", ALONE, DO_FLAG, "-fchar8_t"},
    {"Zc:char8_t-", ALONE, DO_FLAG, "-fno-char8_t"},
    {"Zc:threadSafeInit-", ALONE, DO_FLAG, "-fno-threadsafe-statics"},
    {"Zc:threadSafeInit", ALONE, DO_FLAG, "-fthreadsafe-statics"},
    {"Zc:trigraphs", ALONE, DO_FLAG, "-ftrigraphs"},
    {"Zc:sizedDealloc-", ALONE, DO_FLAG, "-fno-sized-deallocation"},
    {"Zc:alignedNew-", ALONE, DO_FLAG, "-fno-aligned-allocation"},
    {"Zc:twoPhase-", ALONE, DO_FLAG, "-fdelayed-template-parsing"},
    {"Zc:", JOINED, DO_DROP, NULL},
    {"MD", ALONE, DO_FLAG, "-D_MT -D_DLL"},
    {"MDd", ALONE, DO_FLAG, "-D_MT -D_DLL -D_DEBUG"},
    {"MT", ALONE, DO_FLAG, "-D_MT"},
    {"MTd", ALONE, DO_FLAG, "-D_MT -D_DEBUG"},
    {"LD", ALONE, DO_FLAG, "-D_MT"},
    {"LDd", ALONE, DO_FLAG, "-D_MT -D_DEBUG"},
    {"kernel", ALONE, DO_FLAG, "-D_KERNEL_MODE"},
    {"TC", ALONE, DO_LANGUAGE_C, NULL},
    {"TP", ALONE, DO_LANGUAGE_CXX, NULL},
    {"Tc", VALUE, DO_FILE_C, NULL},
    {"Tp", VALUE, DO_FILE_CXX, NULL},
    {"Fo", JOINED, DO_OUTPUT, NULL},
    {"Fo:", VALUE, DO_OUTPUT, NULL},
    {"o", VALUE, DO_OUTPUT, NULL},
    {"arch:", JOINED, DO_ARCH, NULL},
    {"clang:", JOINED, DO_CLANG, NULL},
    {"link", ALONE, DO_STOP, NULL},
    {"permissive", JOINED, DO_DROP, NULL},
    {"openmp", JOINED, DO_DROP, NULL},
    {"Yu", JOINED, DO_DROP, NULL},
    {"Yc", JOINED, DO_DROP, NULL},
    {"Y", JOINED, DO_DROP, NULL},
    {"F", JOINED, DO_DROP, NULL},
    {"FU", VALUE, DO_DROP, NULL},
    {"AI", VALUE, DO_DROP, NULL},
    {"G", JOINED, DO_DROP, NULL},
    {"MP", JOINED, DO_DROP, NULL},
    {"O", JOINED, DO_DROP, NULL},
    {"Q", JOINED, DO_DROP, NULL},
    {"R", JOINED, DO_DROP, NULL},
    {"V", JOINED, DO_DROP, NULL},
    {"W", JOINED, DO_DROP, NULL},
    {"X", ALONE, DO_DROP, NULL},
    {"Z", JOINED, DO_DROP, NULL},
    {"analyze", JOINED, DO_DROP, NULL},
    {"bigobj", ALONE, DO_DROP, NULL},
    {"c", ALONE, DO_DROP, NULL},
    {"d1", JOINED, DO_DROP, NULL},
    {"d2", JOINED, DO_DROP, NULL},
    {"diagnostics:", JOINED, DO_DROP, NULL},
    {"doc", JOINED, DO_DROP, NULL},
    {"errorReport:", JOINED, DO_DROP, NULL},
    {"execution-charset:", JOINED, DO_DROP, NULL},
    {"external:", JOINED, DO_DROP, NULL},
    {"favor:", JOINED, DO_DROP, NULL},
    {"fp:", JOINED, DO_DROP, NULL},
    {"fsanitize", JOINED, DO_DROP, NULL},
    {"guard:", JOINED, DO_DROP, NULL},
    {"headerUnit", VALUE, DO_DROP, NULL},
    {"ifcOutput", VALUE, DO_DROP, NULL},
    {"ifcSearchDir", VALUE, DO_DROP, NULL},
    {"mllvm", VALUE, DO_DROP, NULL},
    {"nologo", ALONE, DO_DROP, NULL},
    {"options:", JOINED, DO_DROP, NULL},
    {"reference", VALUE, DO_DROP, NULL},
    {"resource-dir", VALUE, DO_DROP, NULL},
    {"sdl", JOINED, DO_DROP, NULL},
    {"showIncludes", JOINED, DO_DROP, NULL},
    {"source-charset:", JOINED, DO_DROP, NULL},
    {"sourceDependencies", VALUE, DO_DROP, NULL},
    {"sourceDependencies:directories", VALUE, DO_DROP, NULL},
    {"utf-8", ALONE, DO_DROP, NULL},
    {"validate-charset", JOINED, DO_DROP, NULL},
    {"vd", JOINED, DO_DROP, NULL},
    {"vm", JOINED, DO_DROP, NULL},
    {"volatile:", JOINED, DO_DROP, NULL},
    {"w", JOINED, DO_DROP, NULL},
};

/* Beginnings of what clang-cl shares with clang, all with '-'. */
static const char *const shared[] = {
    "-f",         "-m",    "--",     "-target", "-isystem", "-iquote",  "-include", "-imacros",
    "-idirafter", "-std=", "-nostd", "-X",      "-pthread", "-stdlib=", "-isysroot"};

/* Finds the option with the longest name that fits; `*value` gets what follows the name. */
static const struct cl_option *find_option(const char *word, const char **value)
{
    const struct cl_option *best = NULL;
    size_t best_len = 0;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        size_t len = strlen(options[i].name);
        bool fits = strncmp(word, options[i].name, len) == 0 &&
                    (options[i].form != ALONE || word[len] == '\0');
        if (fits && len > best_len) {
            best = &options[i];
            best_len = len;
        }
    }
    *value = word + best_len;
    return best;
}

/* cl.exe takes `/DA#1` for `/DA=1`. */
static void add_define(struct flags *flags, const struct flag_context *context, const char *value)
{
    char *text = arena_strdup(context->arena, value);
    char *sign = strpbrk(text, "=#");
    if (sign != NULL && *sign == '#') {
        *sign = '=';
    }
    if (*text != '\0') {
        flags_add_joined(flags, context, "-D", text);
    }
}

/* The standards in gnu's variant: the strict one hides names in mingw-w64's headers that MSVC's
 * always show. */
static void set_standard(struct flags *flags, const char *value)
{
    static const char *const standards[][2] = {
        {"c++14", "gnu++14"},
        {"c++17", "gnu++17"},
        {"c++20", "gnu++20"},
        {"c++23", "gnu++23"},
        {"c++23preview", "gnu++23"},
        {"c++latest", "gnu++23"},
        {"c11", "gnu11"},
        {"c17", "gnu17"},
        {"clatest", "gnu2x"},
    };
    for (size_t i = 0; i < sizeof standards / sizeof standards[0]; i++) {
        if (strcmp(value, standards[i][0]) == 0) {
            flags->standard = standards[i][1];
            return;
        }
    }
    flags->n_dropped++;
}

/* /EHsc, /EHa switch exceptions on.  /EHs-c- is obeyed by no flag: cl.exe still accepts `try`. */
static void add_exceptions(struct flags *flags, const struct flag_context *context,
                           const char *value)
{
    for (const char *p = value; *p != '\0'; p++) {
        if ((*p == 's' || *p == 'a') && p[1] != '-') {
            flags_add(flags, context, "-fexceptions");
            return;
        }
    }
}

static void add_pack(struct flags *flags, const struct flag_context *context, const char *value)
{
    static const char *const sizes[] = {"1", "2", "4", "8", "16"};
    const char *size = value[0] == '\0' ? "1" : value;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (strcmp(size, sizes[i]) == 0) {
            flags_add_joined(flags, context, "-fpack-struct=", size);
        }
    }
}

/* What /arch: says where the compiler's path does not. */
static void set_arch(struct flags *flags, const char *value)
{
    if (text_starts(value, "IA32") || text_starts(value, "SSE")) {
        flags->arch_hint = "i686";
    } else if (text_starts(value, "armv8") || text_starts(value, "armv9")) {
        flags->arch_hint = "aarch64";
    } else if (text_starts(value, "ARMv7") || text_starts(value, "VFP")) {
        flags->arch_hint = "armv7";
    }
}

static void add_flags(struct flags *flags, const struct flag_context *context, const char *list)
{
    while (*list != '\0') {
        size_t len = strcspn(list, " ");
        flags_add(flags, context, arena_strndup(context->arena, list, len));
        list += len + (list[len] == ' ' ? 1 : 0);
    }
}

/* One flag of clang behind /clang:. */
static void add_clang(struct flags *flags, const struct flag_context *context, const char *value)
{
    const char *word = value;
    struct arguments one = {.at = &word, .n = 1};
    uint32_t at = 0;
    if (value[0] == '-' && value[1] != '\0' && value[1] != 'o') {
        flags_gcc_one(flags, context, &one, &at);
    }
}

/* True if the value of /Tc, /Tp is the source that this entry is about. */
static bool is_our_file(const struct flag_context *context, const char *value)
{
    struct arena *arena = context->arena;
    return strcmp(path_join(arena, context->folder, value),
                  path_join(arena, context->folder, context->file)) == 0;
}

static void do_option(struct flags *flags, const struct flag_context *context,
                      const struct cl_option *option, const char *value)
{
    switch (option->action) {
    case DO_DROP:
    case DO_STOP:
        break;
    case DO_DEFINE:
        add_define(flags, context, value);
        break;
    case DO_UNDEFINE:
        if (value[0] != '\0') {
            flags_add_joined(flags, context, "-U", value);
        }
        break;
    case DO_INCLUDE:
        flags_add_path(flags, context, "-I", value);
        break;
    case DO_SYSTEM_INCLUDE:
        flags_add_path(flags, context, "-isystem", value);
        break;
    case DO_FORCED_INCLUDE:
        flags_add_header(flags, context, "-include", value);
        break;
    case DO_STANDARD:
        set_standard(flags, value);
        break;
    case DO_EXCEPTIONS:
        add_exceptions(flags, context, value);
        break;
    case DO_PACK:
        add_pack(flags, context, value);
        break;
    case DO_OUTPUT:
        flags->object = value;
        break;
    case DO_LANGUAGE_C:
    case DO_LANGUAGE_CXX:
        flags->language = option->action == DO_LANGUAGE_C ? LANGUAGE_C : LANGUAGE_CXX;
        break;
    case DO_FILE_C:
    case DO_FILE_CXX:
        if (is_our_file(context, value)) {
            flags->language = option->action == DO_FILE_C ? LANGUAGE_C : LANGUAGE_CXX;
        }
        break;
    case DO_ARCH:
        set_arch(flags, value);
        break;
    case DO_CLANG:
        add_clang(flags, context, value);
        break;
    case DO_FLAG:
        add_flags(flags, context, option->text);
        break;
    }
}

static bool is_shared(const char *word)
{
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        if (text_starts(word, shared[i])) {
            return true;
        }
    }
    return false;
}

/* True for a source, also one like "/Sources/a.c" that looks like an option. */
static bool is_positional(const struct flag_context *context, const char *word)
{
    if ((word[0] != '-' && word[0] != '/') || word[1] == '\0' || strcmp(word, context->file) == 0) {
        return true;
    }
    return word[0] == '/' && strchr(word + 1, '/') != NULL && os_is_file(word);
}

void flags_from_cl(struct flags *flags, const struct flag_context *context,
                   const struct arguments *words, uint32_t first)
{
    for (uint32_t i = first; i < words->n; i++) {
        const char *word = words->at[i];
        if (strcmp(word, "--") == 0) {
            return; /* only files follow */
        }
        if (is_positional(context, word)) {
            continue;
        }
        const char *value = NULL;
        const struct cl_option *option = find_option(word + 1, &value);
        if (option == NULL) {
            if (is_shared(word)) {
                flags_gcc_one(flags, context, words, &i);
            } else {
                flags->n_dropped++;
            }
            continue;
        }
        if (option->form == VALUE && *value == '\0' && i + 1 < words->n) {
            value = words->at[++i];
        }
        do_option(flags, context, option, value);
        if (option->action == DO_STOP) {
            return;
        }
    }
}
