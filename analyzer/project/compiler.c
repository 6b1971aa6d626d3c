/*
 * compiler.c - looks through wrappers at the compiler's name.
 *
 * Names are compared without folder, ".exe", version ("-12", "-19.1") and Debian's thread model
 * ("-posix", "-win32").  What is in front of the plain name is the triple of a cross compiler.
 * cl.exe has its target in its path: bin\Hostx64\x86\cl.exe, bin\amd64_x86\cl.exe.
 */
#include "project/compiler.h"

#include <string.h>

#include "base/path.h"
#include "base/text.h"

/* The beginnings of triples; longer ones first. */
static const struct {
    const char *name;
    const char *arch;
} arches[] = {
    {"x86_64", "x86_64"},   {"x86-64", "x86_64"}, {"amd64", "x86_64"}, {"x64", "x86_64"},
    {"i386", "i686"},       {"i486", "i686"},     {"i586", "i686"},    {"i686", "i686"},
    {"mingw32", "i686"},    {"x86", "i686"},      {"win32", "i686"},   {"aarch64", "aarch64"},
    {"arm64ec", "aarch64"}, {"arm64", "aarch64"}, {"armv7", "armv7"},  {"thumbv7", "armv7"},
    {"arm", "armv7"},
};

static bool is_word_end(char c)
{
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
}

const char *compiler_arch(const char *triple)
{
    for (size_t i = 0; i < sizeof arches / sizeof arches[0]; i++) {
        const char *name = arches[i].name;
        size_t len = strlen(name);
        bool variant = text_starts(name, "armv7") || text_starts(name, "thumb");
        if (text_starts(triple, name) && (variant || is_word_end(triple[len]))) {
            return arches[i].arch;
        }
    }
    return NULL;
}

/* Removes a suffix of letters without regard to case. */
static void cut_suffix(char *name, const char *suffix)
{
    size_t len = strlen(name);
    size_t suffix_len = strlen(suffix);
    if (len > suffix_len && text_same_nocase(name + len - suffix_len, suffix)) {
        name[len - suffix_len] = '\0';
    }
}

/* Removes "-12", "-19.1". */
static void cut_version(char *name)
{
    size_t len = strlen(name);
    size_t end = len;
    while (end > 0 && ((name[end - 1] >= '0' && name[end - 1] <= '9') || name[end - 1] == '.')) {
        end--;
    }
    if (end < len && end > 1 && name[end - 1] == '-') {
        name[end - 1] = '\0';
    }
}

/* "C:\x\x86_64-w64-mingw32-g++-12-posix.exe" -> "x86_64-w64-mingw32-g++". */
static char *plain_name(struct arena *arena, const char *word)
{
    char *name = arena_strdup(arena, path_basename(word));
    cut_suffix(name, ".exe");
    cut_suffix(name, "-posix");
    cut_suffix(name, "-win32");
    cut_version(name);
    return name;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (text_same_nocase(name, *names)) {
            return true;
        }
    }
    return false;
}

static bool is_assignment(const char *word)
{
    const char *equals = strchr(word, '=');
    return word[0] != '-' && word[0] != '/' && equals != NULL && equals != word;
}

/* Skips what stands between a wrapper and the command it runs: its options and assignments. */
static uint32_t skip_options(const struct arguments *words, uint32_t i)
{
    while (i < words->n && (words->at[i][0] == '-' || is_assignment(words->at[i]))) {
        const char *word = words->at[i];
        if (strcmp(word, "--") == 0) {
            return i + 1;
        }
        bool has_value = strcmp(word, "-u") == 0 || strcmp(word, "-C") == 0;
        i += has_value ? 2 : 1;
    }
    return i;
}

/* `cmake -E env A=b gcc`, `cmake -E __run_co_compile --tidy=... -- gcc`. */
static uint32_t skip_cmake(const struct arguments *words, uint32_t i)
{
    bool is_env = i + 1 < words->n && strcmp(words->at[i + 1], "env") == 0;
    if (!is_env) {
        for (uint32_t k = i; k < words->n; k++) {
            if (strcmp(words->at[k], "--") == 0) {
                return k + 1;
            }
        }
    }
    return skip_options(words, i + 2);
}

/* Skips one wrapper at word `i`; returns `i` when there is none. */
static uint32_t skip_wrapper(struct arena *arena, const struct arguments *words, uint32_t i)
{
    static const char *const wrappers[] = {
        "ccache", "sccache", "distcc", "icecc", "gomacc", "buildcache", "clcache", "env", "sh",
        "bash",   "dash",    "nice",   "time",  "wine",   "wine64",     "libtool", "zig", NULL};
    const char *name = plain_name(arena, words->at[i]);
    if (is_one_of(name, wrappers) || text_ends(name, "-libtool")) {
        uint32_t next = skip_options(words, i + 1);
        bool has_command = next < words->n && (next == i + 1 || words->at[next][0] != '-');
        return has_command ? next : i;
    }
    if (text_same_nocase(name, "cmake") && i + 2 < words->n &&
        strcmp(words->at[i + 1], "-E") == 0) {
        uint32_t next = skip_cmake(words, i + 1);
        return next < words->n ? next : i;
    }
    return i;
}

/* The folder that cl.exe lies in: "x86" of "Hostx64/x86", "amd64_x86", "amd64". */
static const char *arch_of_folder(struct arena *arena, const char *path)
{
    char *folder = arena_strdup(arena, path_basename(path_dirname(arena, path)));
    for (char *p = folder; *p != '\0'; p++) {
        *p = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
    }
    const char *cross = strchr(folder, '_');
    bool is_cross = cross != NULL && !text_starts(folder, "x86_64");
    return compiler_arch(is_cross ? cross + 1 : folder);
}

static bool has_driver_mode(const struct arguments *words, uint32_t from, const char *mode)
{
    for (uint32_t i = from; i < words->n; i++) {
        if (text_starts(words->at[i], "--driver-mode=") && strcmp(words->at[i] + 14, mode) == 0) {
            return true;
        }
    }
    return false;
}

struct compiler compiler_recognize(struct arena *arena, const struct arguments *words)
{
    static const char *const cl_names[] = {"cl", "clang-cl", "icl", "icx-cl", NULL};
    struct compiler compiler = {.driver = DRIVER_GCC};
    if (words->n == 0) {
        return compiler;
    }
    uint32_t at = 0;
    for (uint32_t next = skip_wrapper(arena, words, at); next != at;
         next = skip_wrapper(arena, words, at)) {
        at = next;
    }
    const char *name = plain_name(arena, words->at[at]);
    compiler.first_flag = at + 1;
    if (is_one_of(name, cl_names) || has_driver_mode(words, at, "cl")) {
        compiler.driver = DRIVER_CL;
        bool is_cl = text_same_nocase(name, "cl");
        compiler.arch = is_cl ? arch_of_folder(arena, words->at[at]) : NULL;
        return compiler;
    }
    compiler.cplusplus = text_ends(name, "++") || has_driver_mode(words, at, "g++");
    compiler.arch = compiler_arch(name);
    return compiler;
}
