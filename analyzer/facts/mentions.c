/*
 * mentions.c - a scanner for names, comments, strings and the heads of directives.
 *
 * One table says what a byte begins; most bytes cost one look into it.  Translation phases are not
 * done: where a line that is joined to the next one, or a trigraph, could change what is a name or
 * a comment, the text is called unclear instead
 * (https://en.cppreference.com/w/c/language/translation_phases).
 */
#include "facts/mentions.h"

#include <string.h>

enum byte_class {
    LETTER,
    DIGIT,
    QUOTE,
    SLASH,
    HASH,
    BACKSLASH,
    PERCENT,
    BRACE,
    NUL,
    NEWLINE, /* from here on: what begins nothing */
    BLANK,
    OTHER,
};

enum { MOST_PARAMETERS = 16 }; /* of a macro; others count as names */

struct scanner {
    struct arena *arena;
    struct mentions *out;
    const char *begin, *at, *end;
    bool fresh;     /* only blanks and comments stand before in the line */
    uint32_t macro; /* whose body it is in; 0: none */
    uint32_t parameters[MOST_PARAMETERS];
    uint32_t n_parameters;
    const struct wanted_names *wanted; /* NULL: everything that is mentioned */
    bool defines;                      /* one of them */
    int32_t depth;                     /* of parentheses */
    bool unbalanced;                   /* they are not what they seem */
};

/* ---- sets ---- */

static uint64_t load(const char *at, size_t len)
{
    uint64_t bytes = 0;
    memcpy(&bytes, at, len);
    return bytes;
}

uint32_t name_hash(const char *name, size_t len)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = len * factor;
    for (; len > 8; len -= 8, name += 8) {
        hash = (hash ^ load(name, 8)) * factor;
        hash ^= hash >> 29;
    }
    if (len >= 4) {
        hash ^= load(name, 4) | load(name + len - 4, 4) << 32;
    } else if (len > 0) {
        hash ^= load(name, 1) | load(name + len / 2, 1) << 8 | load(name + len - 1, 1) << 16;
    }
    hash *= factor;
    uint32_t folded = (uint32_t)(hash >> 32);
    return folded <= NAME_BRACE ? NAME_BRACE + 1 : folded;
}

/* The slot of a hash, or the empty one where it belongs. */
static uint32_t *slot_of(const struct name_set *set, uint32_t hash)
{
    uint32_t i = hash & (set->n_slots - 1);
    while (set->slots[i] != 0 && set->slots[i] != hash) {
        i = (i + 1) & (set->n_slots - 1);
    }
    return &set->slots[i];
}

static void grow(struct arena *arena, struct name_set *set)
{
    enum { FEWEST = 256 };
    struct name_set larger = {.n = set->n};
    larger.n_slots = set->n_slots == 0 ? FEWEST : set->n_slots * 2;
    larger.slots = ARENA_NEW_N(arena, uint32_t, larger.n_slots);
    for (uint32_t i = 0; i < set->n_slots; i++) {
        if (set->slots[i] != 0) {
            *slot_of(&larger, set->slots[i]) = set->slots[i];
        }
    }
    *set = larger;
}

bool name_set_add(struct arena *arena, struct name_set *set, uint32_t hash)
{
    if (set->n * 2 >= set->n_slots) {
        grow(arena, set);
    }
    uint32_t *slot = slot_of(set, hash);
    bool fresh = *slot == 0;
    *slot = hash;
    set->n += fresh ? 1 : 0;
    return fresh;
}

bool name_set_has(const struct name_set *set, uint32_t hash)
{
    return set->n_slots > 0 && *slot_of(set, hash) == hash;
}

/* ---- bytes ---- */

static enum byte_class class_at(const char *at)
{
    /* clang-format off */
    static const uint8_t classes[256] = { /* enum byte_class; from 0x80 on all are letters */
        8, 11, 11, 11, 11, 11, 11, 11, 11, 10, 9, 10, 10, 9, 11, 11,
        11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
        10, 11, 2, 4, 0, 6, 11, 2, 11, 11, 11, 11, 11, 11, 11, 3,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 11, 11, 11, 11, 11, 11,
        11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 5, 11, 11, 0,
        11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 11, 11, 11, 11,
    };
    /* clang-format on */
    return (enum byte_class)classes[(unsigned char)*at];
}

static bool in_word(const char *at)
{
    return class_at(at) <= DIGIT;
}

/* Returns what stands behind a backslash that joins its line to the next one; NULL: it does not. */
static const char *behind_splice(const char *backslash, const char *end)
{
    const char *at = backslash + 1;
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\v' || *at == '\f')) {
        at++;
    }
    if (at < end && *at == '\r') {
        return at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
    }
    return at < end && *at == '\n' ? at + 1 : NULL;
}

/* Returns the backslash that joins the line before a newline to the next one, or NULL. */
static const char *splice_before(const char *begin, const char *newline)
{
    while (newline > begin && (newline[-1] == ' ' || newline[-1] == '\t' || newline[-1] == '\r')) {
        newline--;
    }
    return newline > begin && newline[-1] == '\\' ? newline - 1 : NULL;
}

/* Returns the newline that ends a line, with those that are joined to it, or the end. */
static const char *line_end(const char *at, const char *end)
{
    for (const char *from = at;; from++) {
        from = memchr(from, '\n', (size_t)(end - from));
        if (from == NULL) {
            return end;
        }
        if (splice_before(at, from) == NULL) {
            return from;
        }
    }
}

/* ---- what holds no names ---- */

/* Skips a comment that begins at a slash; where none does, the slash. */
static void skip_comment(struct scanner *s)
{
    if (s->at[1] == '/') {
        const char *stop = line_end(s->at, s->end);
        const char *other = memchr(s->at, '\r', (size_t)(stop - s->at));
        s->out->unclear |= other != NULL && other + 1 < s->end && other[1] != '\n';
        s->at = stop;
        return;
    }
    if (s->at[1] != '*') {
        s->at++;
        return;
    }
    for (const char *at = s->at + 3;; at++) {
        at = at < s->end ? memchr(at, '/', (size_t)(s->end - at)) : NULL;
        if (at == NULL) {
            s->at = s->end;
            return;
        }
        if (at[-1] == '*') {
            s->at = at + 1;
            return;
        }
        const char *joined = at[-1] == '\n' ? splice_before(s->at, at - 1) : NULL;
        s->out->unclear |= joined != NULL && joined[-1] == '*';
    }
}

/* Skips a string or a character; one that is not closed ends with its line. */
static void skip_string(struct scanner *s)
{
    char quote = *s->at++;
    while (s->at < s->end && *s->at != quote && class_at(s->at) != NEWLINE) {
        const char *next = *s->at == '\\' ? behind_splice(s->at, s->end) : NULL;
        s->at = next != NULL ? next
                             : s->at + (*s->at == '\\' && class_at(s->at + 1) != NEWLINE ? 2 : 1);
    }
    s->at = s->at < s->end && *s->at == quote ? s->at + 1 : s->at;
    s->at = s->at < s->end ? s->at : s->end;
}

/* Skips the string behind a prefix such as R, if it is a raw one. */
static void skip_raw_string(struct scanner *s)
{
    enum { LONGEST = 16 };
    const char *mark = s->at + 1;
    size_t len = strcspn(mark, "()\\ \t\v\f\r\n\"");
    if (len > LONGEST || mark[len] != '(') {
        return;
    }
    s->out->raw = true;
    const char *at = mark + len;
    while (at != NULL) {
        at = memchr(at, ')', (size_t)(s->end - at));
        at = at == NULL ? NULL : at + 1;
        if (at != NULL && (size_t)(s->end - at) > len && memcmp(at, mark, len) == 0 &&
            at[len] == '"') {
            s->at = at + len + 1;
            return;
        }
    }
    s->at = s->end;
}

static void skip_number(struct scanner *s)
{
    while (s->at < s->end) {
        bool sign = (*s->at == '+' || *s->at == '-') && strchr("eEpP", s->at[-1]) != NULL;
        bool mark = *s->at == '\'' && s->at + 1 < s->end && in_word(s->at + 1);
        if (!in_word(s->at) && *s->at != '.' && !sign && !mark) {
            return;
        }
        s->at++;
    }
}

/* ---- names ---- */

static const char *skip_word(struct scanner *s)
{
    const char *word = s->at;
    const char *at = word;
    while (in_word(at)) { /* the text ends with a NUL */
        at++;
    }
    s->at = at;
    return word;
}

static bool is_raw_prefix(const char *word, size_t len)
{
    static const char *const prefixes[] = {"R", "LR", "uR", "UR", "u8R"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (strlen(prefixes[i]) == len && memcmp(prefixes[i], word, len) == 0) {
            return true;
        }
    }
    return false;
}

static void add_to_body(struct scanner *s, uint32_t hash)
{
    for (uint32_t i = 0; i < s->n_parameters; i++) {
        if (s->parameters[i] == hash) {
            return;
        }
    }
    (void)name_set_add(s->arena, &s->out->bodies, hash);
    VEC_PUSH(s->arena, &s->out->macros, ((struct macro_mention){s->macro, hash}));
}

static bool is_declaration(const struct scanner *s);

/* Looks whether a name in the code may be defined there. */
static void look_for_definition(struct scanner *s, uint32_t hash)
{
    if (name_set_has(&s->wanted->macros, hash)) {
        s->defines = true;
    } else if (name_set_has(&s->wanted->functions, hash)) {
        s->defines |= s->depth != 0 || s->unbalanced || !is_declaration(s);
    }
}

static void read_word(struct scanner *s)
{
    const char *word = skip_word(s);
    size_t len = (size_t)(s->at - word);
    uint32_t hash = name_hash(word, len);
    if (s->wanted != NULL) {
        if (s->macro == 0) {
            look_for_definition(s, hash);
        }
    } else if (s->macro != 0) {
        add_to_body(s, hash);
    } else {
        (void)name_set_add(s->arena, &s->out->code, hash);
    }
    if (*s->at == '"' && s->at[-1] == 'R' && is_raw_prefix(word, len)) {
        skip_raw_string(s);
    }
}

/* ---- directives ---- */

/* Skips blanks, comments and joined ends of lines. */
static void skip_space(struct scanner *s)
{
    for (;;) {
        const char *next = *s->at == '\\' ? behind_splice(s->at, s->end) : NULL;
        if (s->at < s->end && class_at(s->at) == BLANK) {
            s->at++;
        } else if (next != NULL) {
            s->at = next;
        } else if (*s->at == '/' && (s->at[1] == '*' || s->at[1] == '/')) {
            skip_comment(s);
        } else {
            return;
        }
    }
}

/* Reads a macro's name and parameters; what follows in the line is its body. */
static void read_macro(struct scanner *s)
{
    skip_space(s);
    const char *name = skip_word(s);
    if (s->at == name) {
        return;
    }
    s->macro = name_hash(name, (size_t)(s->at - name));
    s->n_parameters = 0;
    (void)name_set_add(s->arena, &s->out->code, s->macro);
    if (*s->at != '(') {
        return;
    }
    s->at++;
    for (;;) {
        skip_space(s);
        if (s->at >= s->end || *s->at == ')' || class_at(s->at) == NEWLINE) {
            return;
        }
        const char *word = skip_word(s);
        if (s->at == word) {
            s->at++;
        } else if (s->n_parameters < MOST_PARAMETERS) {
            s->parameters[s->n_parameters++] = name_hash(word, (size_t)(s->at - word));
        }
    }
}

/* Skips the name of an include. */
static void skip_include(struct scanner *s)
{
    skip_space(s);
    if (*s->at != '<' && *s->at != '"') {
        s->out->unclear = true;
        return;
    }
    const char *close = *s->at == '<' ? ">\n" : "\"\n";
    s->at += 1 + strcspn(s->at + 1, close);
    s->at += *s->at == close[0] ? 1 : 0;
    s->at = s->at < s->end ? s->at : s->end;
}

/* Skips the words of an #error: no comment begins in them, unless the compiler skips them. */
static void skip_message(struct scanner *s)
{
    const char *stop = line_end(s->at, s->end);
    for (; s->at < stop; s->at++) {
        s->out->unclear |= s->at[0] == '/' && s->at[1] == '*';
    }
}

static void read_directive(struct scanner *s)
{
    s->at++;
    skip_space(s);
    const char *word = skip_word(s);
    size_t len = (size_t)(s->at - word);
    s->macro = s->wanted != NULL ? name_hash(word, len) : 0; /* its line is no code */
    if (len == 6 && memcmp(word, "define", len) == 0 && s->wanted == NULL) {
        read_macro(s);
    } else if ((len == 7 && memcmp(word, "include", len) == 0) ||
               (len == 12 && memcmp(word, "include_next", len) == 0) ||
               (len == 6 && memcmp(word, "import", len) == 0)) {
        skip_include(s);
    } else if ((len == 5 && memcmp(word, "error", len) == 0) ||
               (len == 7 && memcmp(word, "warning", len) == 0)) {
        skip_message(s);
    }
}

static void read_hash(struct scanner *s, bool fresh)
{
    if (fresh) {
        read_directive(s);
        return;
    }
    s->out->pastes |= s->at[1] == '#';
    s->at += s->at[1] == '#' ? 2 : 1;
}

/* ---- all of it ---- */

static void read_backslash(struct scanner *s)
{
    const char *next = behind_splice(s->at, s->end);
    char before = s->at > s->begin ? s->at[-1] : ' ';
    if (next == NULL) {
        s->out->unclear |= s->at[1] == 'u' || s->at[1] == 'U'; /* a letter by its number */
        s->at++;
        return;
    }
    bool joins = before == '/' || before == '#' || before == '%' ||
                 (in_word(&before) && (in_word(next) || *next == '"'));
    s->out->unclear |= joins;
    s->at = next;
}

/* True if the text has a trigraph that could hide something: they stand for \, # and ^. */
static bool has_trigraph(const char *text, const char *end)
{
    for (const char *at = text; at < end; at++) {
        at = memchr(at, '?', (size_t)(end - at));
        if (at == NULL) {
            return false;
        }
        if (at[1] == '?' && (at[2] == '/' || at[2] == '=' || at[2] == '\'')) {
            return true;
        }
    }
    return false;
}

/* True if the text names a section of functions that the C runtime calls. */
static bool has_section(const char *text, const char *end)
{
    static const char before[] = {'"', '.', 'C', 'R', 'T'};
    for (const char *at = text; at < end; at++) {
        at = memchr(at, '$', (size_t)(end - at));
        if (at == NULL) {
            return false;
        }
        if ((size_t)(at - text) >= sizeof before && at[1] == 'X' &&
            memcmp(at - sizeof before, before, sizeof before) == 0) {
            return true;
        }
    }
    return false;
}

/* Skips what begins nothing; tells whether lines begin in it. */
static void skip_rest(struct scanner *s)
{
    const char *at = s->at;
    bool fresh = s->fresh;
    uint32_t macro = s->macro;
    for (enum byte_class class = class_at(at); class >= NEWLINE; class = class_at(++at)) {
        fresh = class == NEWLINE || (fresh && class == BLANK);
        macro = class == NEWLINE ? 0 : macro;
    }
    s->at = at;
    s->fresh = fresh;
    s->macro = macro;
}

/* Reads one thing that is no name; `fresh` is whether it is the first in its line. */
static void read_other(struct scanner *s, enum byte_class class, bool fresh)
{
    switch (class) {
    case DIGIT:
        skip_number(s);
        break;
    case QUOTE:
        skip_string(s);
        break;
    case HASH:
        read_hash(s, fresh);
        break;
    case PERCENT:
        s->out->unclear |= s->at[1] == ':' || (s->at > s->begin && s->at[-1] == '<'); /* # and { */
        s->at++;
        break;
    case BRACE:
        if (s->macro != 0 && s->wanted == NULL) {
            VEC_PUSH(s->arena, &s->out->macros, ((struct macro_mention){s->macro, NAME_BRACE}));
        }
        s->at++;
        break;
    default:
        s->at++;
    }
}

/* Reads one thing. */
static void read_next(struct scanner *s)
{
    enum byte_class class = class_at(s->at);
    if (class == LETTER) {
        s->fresh = false;
        read_word(s);
    } else if (class == SLASH && (s->at[1] == '/' || s->at[1] == '*')) {
        skip_comment(s);
    } else if (class == BACKSLASH) {
        read_backslash(s);
    } else if (class == NUL) {
        s->at++;
    } else {
        bool fresh = s->fresh;
        s->fresh = false;
        read_other(s, class, fresh);
    }
}

void mentions_scan(struct arena *arena, const char *text, size_t len, struct mentions *mentions)
{
    struct scanner s = {.arena = arena,
                        .out = mentions,
                        .begin = text,
                        .at = text,
                        .end = text + len,
                        .fresh = true};
    s.at += len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    for (skip_rest(&s); s.at < s.end; skip_rest(&s)) {
        read_next(&s);
    }
    mentions->unclear |= has_trigraph(text, s.end);
    mentions->section |= has_section(text, s.end);
}

/* ---- definitions ---- */

/* Skips what stands between two things, also if lines begin in it. */
static void skip_lines(struct scanner *s)
{
    skip_space(s);
    while (s->at < s->end && class_at(s->at) == NEWLINE) {
        s->at++;
        skip_space(s);
    }
}

/* Skips a word; false if it may hold a body. */
static bool skip_plain_word(struct scanner *s)
{
    const char *word = skip_word(s);
    return !name_set_has(&s->wanted->braced, name_hash(word, (size_t)(s->at - word)));
}

/* Skips parentheses and what is in them; false if that is not understood. */
static bool skip_group(struct scanner *s)
{
    int depth = 0;
    do {
        enum byte_class class = class_at(s->at);
        if (s->at >= s->end || class == HASH || class == BRACE ||
            (class == LETTER && !skip_plain_word(s))) {
            return false;
        }
        depth += (*s->at == '(') - (*s->at == ')');
        if (class == QUOTE) {
            skip_string(s);
        } else if (class != LETTER) {
            s->at++;
        } else {
            depth -= (*s->at == '(') - (*s->at == ')'); /* it is read next */
        }
        skip_lines(s);
    } while (depth > 0);
    return true;
}

/* True if what follows a name makes it a declaration or a call. */
static bool is_declaration(const struct scanner *s)
{
    struct mentions nothing = {0};
    struct scanner ahead = *s;
    ahead.out = &nothing;
    skip_lines(&ahead);
    bool plain = *ahead.at == '(' && skip_group(&ahead);
    bool word = plain && class_at(ahead.at) == LETTER;
    plain = plain && (!word || skip_plain_word(&ahead));
    skip_lines(&ahead);
    plain = plain && (*ahead.at != '(' || !word || skip_group(&ahead)) && *ahead.at == ';';
    if (plain && word) { /* of parameters in the old style, the body would follow */
        ahead.at++;
        skip_lines(&ahead);
        plain = *ahead.at != '{';
    }
    return plain && !nothing.unclear;
}

/* Counts the parentheses up to here; `code` is whether it begins outside of a directive. */
static void count_parentheses(struct scanner *s, const char *begin, bool code)
{
    for (const char *at = begin; at < s->at; at++) {
        code = code || class_at(at) == NEWLINE;
        s->depth += code ? (*at == '(') - (*at == ')') : 0;
        s->unbalanced |= s->depth < 0;
    }
}

bool mentions_definition(const char *text, size_t len, const struct wanted_names *wanted)
{
    struct mentions nothing = {0};
    struct scanner s = {.out = &nothing,
                        .begin = text,
                        .at = text,
                        .end = text + len,
                        .fresh = true,
                        .wanted = wanted};
    s.at += len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (s.at < s.end) {
        const char *begin = s.at;
        bool code = s.macro == 0;
        skip_rest(&s);
        count_parentheses(&s, begin, code);
        if (s.at < s.end) {
            read_next(&s);
        }
    }
    return s.defines || nothing.unclear;
}
