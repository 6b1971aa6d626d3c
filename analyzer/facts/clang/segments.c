/*
 * segments.c - `#pragma data_seg`, `const_seg` and `bss_seg`: which section they put a variable in;
 * `init_seg`: when its initialiser runs
 * (https://learn.microsoft.com/cpp/preprocessor/init-seg).
 *
 * libclang does not show these pragmas.  Files of the project that hold "_seg(" at all are read as
 * text; a pragma holds from where it stands to the next one of its kind.  push and pop are
 * followed; the pragmas in skipped #if branches are not told apart.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* Reads an identifier or a string at *at; returns its length and start. */
static const char *next_word(struct front *front, const char **at)
{
    const char *start = *at;
    while (isspace((unsigned char)*start) && *start != '\n') {
        start++;
    }
    if (*start == '"') {
        size_t len = strcspn(start + 1, "\"\n");
        *at = start + 1 + len + (start[1 + len] == '"' ? 1 : 0);
        return arena_strndup(front->arena, start, len + 1);
    }
    size_t len = 0;
    while (isalnum((unsigned char)start[len]) || start[len] == '_') {
        len++;
    }
    len = len > 0 || *start == '\0' || *start == '\n' ? len : 1;
    *at = start + len;
    return arena_strndup(front->arena, start, len);
}

static enum segment_kind kind_named(const char *word)
{
    return strcmp(word, "data_seg") == 0    ? SEGMENT_DATA
           : strcmp(word, "const_seg") == 0 ? SEGMENT_CONST
           : strcmp(word, "bss_seg") == 0   ? SEGMENT_BSS
           : strcmp(word, "init_seg") == 0  ? SEGMENT_INIT
                                            : SEGMENT_KINDS;
}

/* Reads one pragma behind the word "pragma". */
static void read_pragma(struct front *front, struct segment_change *change, const char *at)
{
    struct segment_stack *stack = NULL;
    enum segment_kind kind = kind_named(next_word(front, &at));
    if (kind == SEGMENT_KINDS || strcmp(next_word(front, &at), "(") != 0) {
        return;
    }
    stack = &front->segments[kind];
    const char *section = stack->current;
    bool empty = true;
    for (const char *word = next_word(front, &at); *word && strcmp(word, ")") != 0;
         word = next_word(front, &at)) {
        if (kind == SEGMENT_INIT) { /* a function may stand behind it */
            section = empty ? word + (*word == '"' ? 1 : 0) : section;
        } else if (*word == '"') {
            section = word + 1;
        } else if (strcmp(word, "push") == 0) {
            VEC_PUSH(front->scratch, &stack->pushed, stack->current);
        } else if (strcmp(word, "pop") == 0 && stack->pushed.n > 0) {
            section = stack->pushed.at[--stack->pushed.n];
        }
        empty = false;
    }
    stack->current = empty ? NULL : section;
    change->section = stack->current;
    change->kind = kind;
    VEC_PUSH(front->scratch, &front->segment_changes, *change);
}

static void read_file(struct front *front, uint32_t file, const char *text)
{
    for (int kind = 0; kind < SEGMENT_KINDS; kind++) {
        front->segments[kind] = (struct segment_stack){0};
    }
    for (const char *at = strstr(text, "pragma"); at; at = strstr(at + 6, "pragma")) {
        const char *before = at;
        while (before > text && (before[-1] == ' ' || before[-1] == '\t')) {
            before--;
        }
        if (before > text && before[-1] == '#') {
            struct segment_change change = {.file = file, .offset = (uint32_t)(at - text)};
            read_pragma(front, &change, at + 6);
        }
    }
}

void front_read_segments(struct front *front)
{
    for (uint32_t i = 0; i < front->files.n; i++) {
        size_t size = 0;
        if (!front->files.at[i] || front->unit->files.at[i].system) {
            continue;
        }
        const char *text = clang_getFileContents(front->tu, front->files.at[i], &size);
        if (text && strstr(text, "_seg(")) {
            read_file(front, i, text);
        }
    }
}

/* The section that pragmas of one kind choose for what stands at a place. */
static const char *chosen(const struct front *front, struct spot spot, enum segment_kind kind)
{
    const char *section = NULL;
    for (uint32_t i = 0; i < front->segment_changes.n; i++) {
        const struct segment_change *change = &front->segment_changes.at[i];
        if (change->file == spot.file && change->offset <= spot.offset && change->kind == kind) {
            section = change->section;
        }
    }
    return section;
}

void front_read_init_segment(struct front *front, struct global *global, CXCursor variable)
{
    static const char prefix[] = ".CRT$XC";
    struct spot spot = front_spot(front, clang_getCursorLocation(variable));
    const char *section = chosen(front, spot, SEGMENT_INIT);
    if (!section || strcmp(section, "user") == 0 || (global->flags & GLOBAL_DYNAMIC) == 0) {
        return;
    }
    if (strcmp(section, "compiler") == 0 || strcmp(section, "lib") == 0) {
        section = *section == 'c' ? ".CRT$XCC" : ".CRT$XCL"; /* as in its documentation */
    }
    if (strncmp(section, prefix, sizeof prefix - 1) == 0) {
        char letter = section[sizeof prefix - 1];
        global->priority = letter < 'U' ? 1 + letter : letter > 'U' ? 65535 + letter : 0;
    } else {
        global->flags |= GLOBAL_BY_HAND;
    }
}

const char *front_segment(struct front *front, CXCursor variable, bool is_const)
{
    struct spot spot = front_spot(front, clang_getCursorLocation(variable));
    bool has_value = !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(variable));
    enum segment_kind kind = is_const ? SEGMENT_CONST : has_value ? SEGMENT_DATA : SEGMENT_BSS;
    return chosen(front, spot, kind);
}
