/*
 * attributes.c - what is attached to a declaration: sections, priorities, weakness, linkage to a
 * DLL.
 *
 * libclang shows most attributes only as "unexposed", with their extent: the words there are read
 * from the file's text.  A declaration's first and its defining place are looked at both.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Returns the word at the text without the underscores around it. */
static const char *plain_word(struct arena *arena, const char *text)
{
    const char *word = front_identifier(arena, text);
    size_t len = strlen(word);
    if (len > 4 && text_starts(word, "__") && text_ends(word, "__")) {
        return arena_strndup(arena, word + 2, len - 4);
    }
    return word;
}

/* Returns the string in quotes that follows on the same line, NULL if there is none. */
static const char *quoted_behind(struct arena *arena, const char *text)
{
    size_t at = 0;
    while (text[at] && text[at] != '"' && text[at] != '\n' && text[at] != ';') {
        at++;
    }
    if (text[at] != '"') {
        return NULL;
    }
    size_t len = 0;
    const char *start = text + at + 1;
    while (start[len] && start[len] != '"' && start[len] != '\n') {
        len++;
    }
    return arena_strndup(arena, start, len);
}

/* Reads "(101)" behind the word; 65535 if it is not there. */
static int32_t priority_behind(const char *text)
{
    while (isalnum((unsigned char)*text) || *text == '_' || *text == ' ') {
        text++;
    }
    if (*text != '(') {
        return 65535;
    }
    char *end = NULL;
    long value = strtol(text + 1, &end, 0);
    return end > text + 1 && value >= 0 && value <= 65535 ? (int32_t)value : 65535;
}

/* The text behind the vendor of `clang::word`. */
static const char *behind_vendor(const char *text)
{
    size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyz_");
    return text_starts(text + len, "::") ? text + len + 2 : text;
}

static void read_word(struct front *front, struct attributes *attributes, const char *text)
{
    text = behind_vendor(text);
    const char *word = plain_word(front->scratch, text);
    if (strcmp(word, "constructor") == 0 || strcmp(word, "destructor") == 0) {
        attributes->constructor = attributes->constructor || word[0] == 'c';
        attributes->destructor = attributes->destructor || word[0] == 'd';
        attributes->priority = priority_behind(text);
    } else if (strcmp(word, "init_priority") == 0) {
        attributes->priority = priority_behind(text);
    } else if (strcmp(word, "noreturn") == 0 || strcmp(word, "_Noreturn") == 0) {
        attributes->no_return = true;
    } else if (strcmp(word, "weak") == 0) {
        attributes->weak = true;
    } else if (strcmp(word, "selectany") == 0) {
        attributes->select_any = true;
    } else if (strcmp(word, "no_destroy") == 0) {
        attributes->no_destroy = true;
    } else if (strcmp(word, "alias") == 0) {
        attributes->alias = true;
    } else if (strcmp(word, "section") == 0 || strcmp(word, "allocate") == 0 ||
               text_ends(word, "_seg") || *text == '"') {
        const char *section = quoted_behind(front->arena, text);
        attributes->section = section ? section : attributes->section;
    }
}

static void read_attributes(struct front *front, struct attributes *attributes, CXCursor decl)
{
    if (!clang_Cursor_hasAttrs(decl)) {
        return;
    }
    struct span span = front_children(front, decl);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_DLLImport) {
            attributes->dll_import = true;
        } else if (kind == CXCursor_DLLExport) {
            attributes->dll_export = true;
        } else if (clang_isAttribute(kind)) {
            const char *text =
                front_text(front, clang_getRangeStart(clang_getCursorExtent(child)), true);
            if (text) {
                read_word(front, attributes, text);
            }
        }
    }
    front_pop(front, span);
}

struct attributes front_attributes(struct front *front, CXCursor decl)
{
    struct attributes attributes = {.priority = 65535};
    CXCursor canonical = clang_getCanonicalCursor(decl);
    CXCursor definition = clang_getCursorDefinition(decl);
    read_attributes(front, &attributes, canonical);
    if (!clang_Cursor_isNull(definition) && !clang_equalCursors(definition, canonical)) {
        read_attributes(front, &attributes, definition);
    }
    if (!clang_equalCursors(decl, canonical) && !clang_equalCursors(decl, definition)) {
        read_attributes(front, &attributes, decl);
    }
    return attributes;
}
