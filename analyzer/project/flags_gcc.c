/*
 * flags_gcc.c - the flags of gcc and clang that may pass.
 *
 * A flag passes if it changes what the source means: macros, include paths, the language and its
 * dialect.  Flags for the machine code, warnings, debug information, dependencies and the linker
 * are known and dropped.  Values in a word of their own are consumed with their option also where
 * the option is dropped, so that `-Xlinker -Ifoo` does not add an include path.
 */
#include "project/flags.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/text.h"

/* What is done with an option that has a value. */
enum action {
    DO_DROP,
    DO_DEFINE, /* the value is passed on as it is, joined */
    DO_PATH,   /* the value is a folder */
    DO_HEADER, /* the value is a header */
    DO_OUTPUT,
    DO_LANGUAGE,
    DO_TARGET,
    DO_STANDARD,
};

/* Options with a value.  Where one is the beginning of another, the longer one stands first. */
static const struct value_option {
    const char *name;
    bool separate; /* the value may be the next word */
    bool joined;   /* the value may follow in the same word */
    enum action action;
} value_options[] = {
    {"-D", true, true, DO_DEFINE},
    {"-U", true, true, DO_DEFINE},
    {"-I", true, true, DO_PATH},
    {"-isystem-after", true, false, DO_DROP},
    {"-isystem", true, true, DO_PATH},
    {"-isysroot", true, true, DO_PATH},
    {"-iquote", true, true, DO_PATH},
    {"-idirafter", true, true, DO_PATH},
    {"-include-pch", true, false, DO_DROP},
    {"-include", true, true, DO_HEADER},
    {"-imacros", true, true, DO_HEADER},
    {"--sysroot=", false, true, DO_PATH},
    {"--sysroot", true, false, DO_PATH},
    {"-o", true, true, DO_OUTPUT},
    {"-x", true, true, DO_LANGUAGE},
    {"--target=", false, true, DO_TARGET},
    {"-target", true, false, DO_TARGET},
    {"-std=", false, true, DO_STANDARD},
    {"--std=", false, true, DO_STANDARD},
    {"-MF", true, true, DO_DROP},
    {"-MT", true, true, DO_DROP},
    {"-MQ", true, true, DO_DROP},
    {"-MJ", true, true, DO_DROP},
    {"-Xclang", true, false, DO_DROP},
    {"-Xpreprocessor", true, false, DO_DROP},
    {"-Xassembler", true, false, DO_DROP},
    {"-Xlinker", true, false, DO_DROP},
    {"-Xanalyzer", true, false, DO_DROP},
    {"-mllvm", true, false, DO_DROP},
    {"-wrapper", true, false, DO_DROP},
    {"-specs", true, false, DO_DROP},
    {"--config", true, false, DO_DROP},
    {"--param", true, false, DO_DROP},
    {"-arch", true, false, DO_DROP},
    {"-aux-info", true, false, DO_DROP},
    {"-dumpbase-ext", true, false, DO_DROP},
    {"-dumpbase", true, false, DO_DROP},
    {"-dumpdir", true, false, DO_DROP},
    {"-resource-dir", true, false, DO_DROP},
    {"-gcc-toolchain", true, false, DO_DROP},
    {"-ivfsoverlay", true, false, DO_DROP},
    {"-iwithprefixbefore", true, true, DO_DROP},
    {"-iwithprefix", true, true, DO_DROP},
    {"-iprefix", true, true, DO_DROP},
    {"-iwithsysroot", true, true, DO_DROP},
    {"-iframework", true, true, DO_DROP},
    {"-framework", true, false, DO_DROP},
    {"-serialize-diagnostics", true, false, DO_DROP},
    {"--serialize-diagnostics", true, false, DO_DROP},
    {"-index-store-path", true, false, DO_DROP},
    {"-l", true, true, DO_DROP},
    {"-L", true, true, DO_DROP},
    {"-T", true, true, DO_DROP},
    {"-u", true, true, DO_DROP},
    {"-z", true, true, DO_DROP},
    {"-A", true, true, DO_DROP},
    {"-B", true, true, DO_DROP},
    {"-e", true, true, DO_DROP},
};

/* Flags that pass as they are; sorted by byte. */
static const char *const kept[] = {
    "-ansi",
    "-fasm",
    "-fblocks",
    "-fbuiltin",
    "-fchar8_t",
    "-fcxx-exceptions",
    "-fdeclspec",
    "-fdelayed-template-parsing",
    "-fdigraphs",
    "-fdollars-in-identifiers",
    "-fexceptions",
    "-ffreestanding",
    "-fgnu-keywords",
    "-fgnu89-inline",
    "-fhosted",
    "-flax-vector-conversions",
    "-fms-extensions",
    "-fno-access-control",
    "-fno-aligned-allocation",
    "-fno-aligned-new",
    "-fno-asm",
    "-fno-blocks",
    "-fno-builtin",
    "-fno-char8_t",
    "-fno-cxx-exceptions",
    "-fno-declspec",
    "-fno-delayed-template-parsing",
    "-fno-digraphs",
    "-fno-dollars-in-identifiers",
    "-fno-elide-constructors",
    "-fno-exceptions",
    "-fno-gnu-keywords",
    "-fno-gnu89-inline",
    "-fno-lax-vector-conversions",
    "-fno-operator-names",
    "-fno-permissive",
    "-fno-rtti",
    "-fno-short-enums",
    "-fno-short-wchar",
    "-fno-signed-char",
    "-fno-sized-deallocation",
    "-fno-threadsafe-statics",
    "-fno-trigraphs",
    "-fno-unsigned-char",
    "-fno-use-cxa-atexit",
    "-foperator-names",
    "-fpack-struct",
    "-fpermissive",
    "-frtti",
    "-fshort-enums",
    "-fshort-wchar",
    "-fsigned-char",
    "-fsized-deallocation",
    "-fthreadsafe-statics",
    "-ftrigraphs",
    "-funsigned-char",
    "-fuse-cxa-atexit",
    "-maes",
    "-mavx",
    "-mavx2",
    "-mbmi",
    "-mbmi2",
    "-mf16c",
    "-mfma",
    "-mlzcnt",
    "-mms-bitfields",
    "-mno-ms-bitfields",
    "-mpclmul",
    "-mpopcnt",
    "-msse",
    "-msse2",
    "-msse3",
    "-msse4",
    "-msse4.1",
    "-msse4.2",
    "-mssse3",
    "-nostdinc",
    "-nostdinc++",
    "-nostdlibinc",
    "-trigraphs",
};

/* Beginnings of flags that pass with a number behind them. */
static const char *const kept_with_number[] = {
    "-fpack-struct=", "-ftemplate-depth=", "-fconstexpr-depth=", "-fconstexpr-steps="};

/* Beginnings of flags that are known to mean nothing here. */
static const char *const ignored[] = {
    "-W",
    "-O",
    "-g",
    "-M",
    "-pipe",
    "-march=",
    "-mtune=",
    "-mcpu=",
    "-fPIC",
    "-fpic",
    "-fPIE",
    "-fpie",
    "-fno-pic",
    "-fvisibility",
    "-fstack-",
    "-fcolor",
    "-fno-color",
    "-fdiagnostic",
    "-fno-diagnos",
    "-fmacro-prefix-map",
    "-static",
    "-shared",
    "-save-",
    "-fomit-frame",
    "-fno-omit-",
    "-flto",
    "-fno-lto",
    "-ffunction-sections",
    "-fdata-sections",
    "-ffast-math",
    "-fno-strict-aliasing",
    "-fstrict-aliasing",
    "-mwindows",
    "-mconsole",
    "-mdll",
    "-fno-common",
    "-fcommon",
    "-ffile-prefix-map",
    "-fdebug-prefix-map",
    "-fno-plt",
    "-fno-ident",
    "-fms-compat",
};

static int compare(const void *key, const void *element)
{
    return strcmp(key, *(const char *const *)element);
}

static bool is_kept(const char *word)
{
    return bsearch(word, kept, sizeof kept / sizeof kept[0], sizeof kept[0], compare) != NULL;
}

static bool is_number(const char *text)
{
    size_t len = strspn(text, "0123456789");
    return len > 0 && len < 10 && text[len] == '\0';
}

static bool is_kept_with_number(const char *word)
{
    for (size_t i = 0; i < sizeof kept_with_number / sizeof kept_with_number[0]; i++) {
        const char *prefix = kept_with_number[i];
        if (text_starts(word, prefix) && is_number(word + strlen(prefix))) {
            return true;
        }
    }
    return false;
}

static bool is_ignored(const char *word)
{
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++) {
        if (text_starts(word, ignored[i])) {
            return true;
        }
    }
    return word[2] == '\0' && strchr("cSEsvpPCHQwq", word[1]) != NULL;
}

static const struct value_option *find_value_option(const char *word, const char **value)
{
    for (size_t i = 0; i < sizeof value_options / sizeof value_options[0]; i++) {
        const struct value_option *option = &value_options[i];
        size_t len = strlen(option->name);
        if (strncmp(word, option->name, len) != 0) {
            continue;
        }
        if (word[len] == '\0' && option->separate) {
            *value = NULL;
            return option;
        }
        if (option->joined) {
            *value = word + len;
            return option;
        }
    }
    return NULL;
}

static void do_value(struct flags *flags, const struct flag_context *context,
                     const struct value_option *option, const char *value)
{
    switch (option->action) {
    case DO_DROP:
        break;
    case DO_DEFINE:
        if (value[0] != '\0') {
            flags_add_joined(flags, context, option->name, value);
        }
        break;
    case DO_PATH:
        flags_add_path(flags, context,
                       text_starts(option->name, "--sysroot") ? "--sysroot=" : option->name, value);
        break;
    case DO_HEADER:
        flags_add_header(flags, context, option->name, value);
        break;
    case DO_OUTPUT:
        flags->object = value;
        break;
    case DO_LANGUAGE:
        flags_set_language(flags, value);
        break;
    case DO_TARGET:
        flags_set_target(flags, value);
        break;
    case DO_STANDARD:
        flags_set_standard(flags, value);
        break;
    }
}

/* CMake's way to name the header of a precompiled header to clang:
 * `-Xclang -include -Xclang cmake_pch.hxx`.  All else behind -Xclang is dropped. */
static bool do_cmake_pch(struct flags *flags, const struct flag_context *context,
                         const struct arguments *words, uint32_t *at)
{
    uint32_t i = *at;
    if (i + 3 >= words->n || strcmp(words->at[i], "-Xclang") != 0 ||
        strcmp(words->at[i + 1], "-include") != 0 || strcmp(words->at[i + 2], "-Xclang") != 0 ||
        !text_starts(path_basename(words->at[i + 3]), "cmake_pch.")) {
        return false;
    }
    flags_add_header(flags, context, "-include", words->at[i + 3]);
    *at = i + 3;
    return true;
}

/* Flags that turn into something else; returns false for any other. */
static bool do_special(struct flags *flags, const struct flag_context *context, const char *word)
{
    static const char *const defines[][2] = {{"-pthread", "-D_REENTRANT"},
                                             {"-pthreads", "-D_REENTRANT"},
                                             {"-mthreads", "-D_MT"},
                                             {"-municode", "-DUNICODE"}};
    for (size_t i = 0; i < sizeof defines / sizeof defines[0]; i++) {
        if (strcmp(word, defines[i][0]) == 0) {
            flags_add(flags, context, defines[i][1]);
            return true;
        }
    }
    if (strcmp(word, "-m32") == 0 || strcmp(word, "-m64") == 0) {
        flags->bits = word[2] == '3' ? 32 : 64;
        return true;
    }
    if (strcmp(word, "-stdlib=libc++") == 0 || strcmp(word, "-stdlib=libstdc++") == 0) {
        flags->no_cxx_library = true;
        flags_add(flags, context, word);
        return true;
    }
    return text_starts(word, "--driver-mode=");
}

void flags_gcc_one(struct flags *flags, const struct flag_context *context,
                   const struct arguments *words, uint32_t *at)
{
    const char *word = words->at[*at];
    const char *value = NULL;
    if (do_cmake_pch(flags, context, words, at)) {
        return;
    }
    if (is_kept(word) || is_kept_with_number(word)) {
        flags->no_cxx_library = flags->no_cxx_library || text_starts(word, "-nostd");
        flags_add(flags, context, word);
        return;
    }
    if (do_special(flags, context, word)) {
        return;
    }
    const struct value_option *option = find_value_option(word, &value);
    if (option == NULL) {
        flags->n_dropped += is_ignored(word) ? 0 : 1;
        return;
    }
    if (value == NULL && *at + 1 < words->n) {
        value = words->at[++*at];
    }
    if (value != NULL) {
        do_value(flags, context, option, value);
    }
}

void flags_from_gcc(struct flags *flags, const struct flag_context *context,
                    const struct arguments *words, uint32_t first)
{
    for (uint32_t i = first; i < words->n; i++) {
        const char *word = words->at[i];
        if (strcmp(word, "--") == 0) {
            return; /* only files follow */
        }
        if (word[0] == '-' && word[1] != '\0') {
            flags_gcc_one(flags, context, words, &i);
        }
    }
}
