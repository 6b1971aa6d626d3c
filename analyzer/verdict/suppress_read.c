/*
 * suppress_read.c - the suppressions of one source.
 *
 *     // NOLINT(DLM101)                      this line; with a reason behind it, if one likes
 *     // NOLINTNEXTLINE(DLM101, DLM2*)       the line below
 *     // NOLINTBEGIN(DLM101)                 up to NOLINTEND with the same list
 *     // dllmain-lint: allow DLM101 -- why   this line; where no code is on it, the next line of
 * code
 *     [[gsl::suppress("DLM101")]]            the statement, function or class that it stands at
 *
 * in comments of both kinds, and rules by id, name or glob.  What NOLINT means is clang-tidy's
 * affair, https://clang.llvm.org/extra/clang-tidy/#suppressing-undesired-diagnostics: lists that
 * name none of our rules are not looked at, and a block that is not closed suppresses nothing.  The
 * attribute is that of the C++ Core Guidelines,
 * https://isocpp.github.io/CppCoreGuidelines/CppCoreGuidelines#Ss-suppress.
 */
#include "verdict/suppress.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "verdict/lex.h"

#define FAR UINT32_MAX /* behind every line and column */

/* What is read of one file: enough for any that people write. */
enum {
    MOST_FAULTS = 20,
    MOST_SUPPRESSIONS = 10000,
    MOST_ATTRIBUTES = 200,
    LONGEST_ATTRIBUTE = 256
};

/* Blocks that are open. */
struct open_block {
    uint32_t index;   /* of the suppression */
    const char *list; /* its rules as they are written */
};

/* One reading. */
struct reading {
    const struct suppression_reader *reader;
    const struct lexed *lexed;
    struct suppression_file *file;
    VEC(struct open_block) open;
    uint32_t n_attributes;
    bool *has_code; /* by line, from 1: a token of the program, or of a macro, stands on it */
};

/* A part of the text. */
struct span {
    size_t from, to;
};

static char byte_at(const struct reading *r, size_t at)
{
    return at < r->lexed->len ? r->lexed->text[at] : '\0';
}

static bool has_prefix(const struct reading *r, struct span span, const char *word)
{
    size_t len = strlen(word);
    return span.to - span.from >= len && memcmp(r->lexed->text + span.from, word, len) == 0;
}

static const char *copy_span(const struct reading *r, struct span span)
{
    return arena_strndup(r->reader->arena, r->lexed->text + span.from, span.to - span.from);
}

static struct span trim(const struct reading *r, struct span span, const char *left)
{
    while (span.from < span.to && (isspace((unsigned char)byte_at(r, span.from)) ||
                                   strchr(left, byte_at(r, span.from)) != NULL)) {
        span.from++;
    }
    while (span.to > span.from && isspace((unsigned char)byte_at(r, span.to - 1))) {
        span.to--;
    }
    return span;
}

static void add_fault(struct reading *r, uint32_t line, const char *text)
{
    if (r->file->faults.n < MOST_FAULTS) {
        struct suppression_fault fault = {line, text};
        VEC_PUSH(r->reader->arena, &r->file->faults, fault);
    }
}

static uint32_t line_of(const struct reading *r, size_t at)
{
    return lex_position(r->lexed, at).line;
}

/* ---- lists of rules ---- */

/* Says that a rule does not exist, and which one may have been meant. */
static void add_unknown(struct reading *r, size_t at, const char *word, const char *nearest)
{
    struct arena *arena = r->reader->arena;
    add_fault(r, line_of(r, at),
              nearest != NULL
                  ? arena_printf(arena, "there is no rule '%s', did you mean '%s'?", word, nearest)
                  : arena_printf(arena, "there is no rule '%s'; --list-rules lists them", word));
}

/* Adds a word of a list.  Returns false after a fault. */
static bool add_rule(struct reading *r, struct suppression *to, struct span word, bool ours)
{
    const char *text = copy_span(r, word);
    const char *nearest = NULL;
    if (r->file->faults.n >= MOST_FAULTS) {
        return false;
    }
    enum rule_word what = suppression_word(r->reader->packs, text, ours, &nearest);
    if (what == RULE_WORD_OURS) {
        VEC_PUSH(r->reader->arena, &to->rules, ((struct suppressed_rule){text, false}));
    } else if (what == RULE_WORD_UNKNOWN) {
        add_unknown(r, word.from, text, nearest);
    }
    return what != RULE_WORD_UNKNOWN;
}

/* Adds the words of a list, separated by commas or blanks, up to the first fault. */
static void add_rules(struct reading *r, struct suppression *to, struct span list, bool ours)
{
    size_t at = list.from;
    bool good = true;
    while (at < list.to && good) {
        size_t from = at;
        while (at < list.to && byte_at(r, at) != ',' && !isspace((unsigned char)byte_at(r, at))) {
            at++;
        }
        if (at > from) {
            good = add_rule(r, to, (struct span){from, at}, ours);
        } else {
            at++;
        }
    }
}

/* ---- places ---- */

static struct suppression begin(const struct reading *r, enum suppression_form form, size_t at)
{
    struct position position = lex_position(r->lexed, at);
    return (struct suppression){
        .form = form,
        .at = {.file = r->reader->file, .line = position.line, .column = position.column},
        .first_line = position.line,
        .first_column = 1,
        .last_line = position.line,
        .last_column = FAR};
}

static void set_line(struct suppression *s, uint32_t line)
{
    s->first_line = s->last_line = line;
}

/* Keeps it if it names one of our rules. */
static void keep(struct reading *r, const struct suppression *s)
{
    if (s->rules.n > 0 && r->file->all.n < MOST_SUPPRESSIONS) {
        VEC_PUSH(r->reader->arena, &r->file->all, *s);
    }
}

/* Returns the first line from `line` on that has code. */
static uint32_t next_code(const struct reading *r, uint32_t line)
{
    while (line < r->lexed->lines.n && !r->has_code[line]) {
        line++;
    }
    return line;
}

/* ---- NOLINT ---- */

enum nolint { NOLINT_LINE, NOLINT_NEXT, NOLINT_BEGIN, NOLINT_END, NOLINT_NONE };

/* Returns which word stands at the span, and moves the span behind it. */
static enum nolint read_nolint(const struct reading *r, struct span *span)
{
    static const struct {
        const char *word;
        enum nolint what;
    } words[] = {{"NOLINTNEXTLINE", NOLINT_NEXT},
                 {"NOLINTBEGIN", NOLINT_BEGIN},
                 {"NOLINTEND", NOLINT_END},
                 {"NOLINT", NOLINT_LINE}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (has_prefix(r, *span, words[i].word)) {
            span->from += strlen(words[i].word);
            char behind = span->from < span->to ? byte_at(r, span->from) : '\0';
            return isalnum((unsigned char)behind) || behind == '_' ? NOLINT_NONE : words[i].what;
        }
    }
    return NOLINT_NONE;
}

/* Reads a list that is not closed: if it names rules of ours, that is a slip. */
static void open_list(struct reading *r, struct span list)
{
    struct suppression ignored = {0};
    add_rules(r, &ignored, list, false);
    if (ignored.rules.n > 0) {
        add_fault(r, line_of(r, list.from), "the list of rules has no ')': it suppresses nothing");
    }
}

/* Reads the list in parentheses at the span, and moves the span behind it.  Without one, or with
 * "*", all rules are meant, if the user wants that. */
static struct span read_list(struct reading *r, struct suppression *to, struct span *span)
{
    struct span list = {span->from, span->from};
    bool has_list = span->from < span->to && byte_at(r, span->from) == '(';
    if (has_list) {
        list.from = list.to = span->from + 1;
        while (list.to < span->to && byte_at(r, list.to) != ')' && byte_at(r, list.to) != '\n') {
            list.to++;
        }
        if (list.to == span->to || byte_at(r, list.to) != ')') {
            open_list(r, list);
            span->from = list.to;
            return list;
        }
        add_rules(r, to, list, false);
        span->from = list.to + 1;
        list = trim(r, list, "");
    }
    bool star = list.to - list.from == 1 && byte_at(r, list.from) == '*';
    if (r->reader->bare && (!has_list || star)) {
        VEC_PUSH(r->reader->arena, &to->rules, ((struct suppressed_rule){"*", false}));
    }
    return list;
}

/* Returns what is said behind the list on its line as the reason. */
static const char *read_reason(const struct reading *r, struct span span)
{
    size_t end = span.from;
    while (end < span.to && byte_at(r, end) != '\n') {
        end++;
    }
    struct span reason = trim(r, (struct span){span.from, end}, ":-,.");
    return reason.from == reason.to ? NULL : copy_span(r, reason);
}

/* Closes the innermost open block with the same list. */
static void end_block(struct reading *r, const struct suppression *end, const char *list)
{
    for (uint32_t i = r->open.n; i > 0; i--) {
        struct open_block *block = &r->open.at[i - 1];
        if (strcmp(block->list, list) == 0) {
            struct suppression *begun = &r->file->all.at[block->index];
            begun->last_line = end->at.line;
            memmove(block, block + 1, (r->open.n - i) * sizeof *block);
            r->open.n--;
            return;
        }
    }
    add_fault(r, end->at.line,
              arena_printf(r->reader->arena,
                           "NOLINTEND%s ends nothing: no NOLINTBEGIN with these rules is open here",
                           list));
}

static void begin_block(struct reading *r, struct suppression *block, const char *list)
{
    if (block->rules.n > 0 && r->file->all.n < MOST_SUPPRESSIONS) {
        block->last_line = 0; /* nothing, as long as it is open */
        VEC_PUSH(r->reader->arena, &r->open, ((struct open_block){r->file->all.n, list}));
        keep(r, block);
    }
}

/* Reads what may be a NOLINT at the begin of the span; the span ends with its comment. */
static void nolint(struct reading *r, struct span span)
{
    size_t at = span.from;
    enum nolint what = read_nolint(r, &span);
    if (what == NOLINT_NONE) {
        return;
    }
    struct suppression s = begin(r, SUPPRESSION_NOLINT, at);
    struct span list = read_list(r, &s, &span);
    const char *spelled =
        list.from == list.to ? "" : arena_printf(r->reader->arena, "(%s)", copy_span(r, list));
    s.reason = read_reason(r, span);
    switch (what) {
    case NOLINT_NEXT:
        set_line(&s, line_of(r, span.from) + 1);
        keep(r, &s);
        break;
    case NOLINT_BEGIN:
        begin_block(r, &s, spelled);
        break;
    case NOLINT_END:
        if (s.rules.n > 0) {
            end_block(r, &s, spelled);
        }
        break;
    default:
        keep(r, &s);
        break;
    }
}

/* Blocks that are open at the end of the file; what they cover is nothing. */
static void close_blocks(struct reading *r)
{
    for (uint32_t i = 0; i < r->open.n; i++) {
        const struct suppression *block = &r->file->all.at[r->open.at[i].index];
        const char *text =
            arena_printf(r->reader->arena, "NOLINTBEGIN%s is never ended: it suppresses nothing",
                         r->open.at[i].list);
        add_fault(r, block->at.line, text);
    }
}

/* ---- dllmain-lint: allow ---- */

/* Returns where the reason begins, behind " --"; the end of the span if there is none. */
static size_t find_dashes(const struct reading *r, struct span span)
{
    size_t at = span.from;
    while (at + 1 < span.to && !(byte_at(r, at) == '-' && byte_at(r, at + 1) == '-')) {
        at++;
    }
    return at + 1 < span.to ? at : span.to;
}

static const char allow_mark[] = "dllmain-lint:";

/* Reads a line of a comment that begins with "dllmain-lint:". */
static void allow(struct reading *r, struct span span, struct span comment)
{
    struct arena *arena = r->reader->arena;
    struct suppression s = begin(r, SUPPRESSION_ALLOW, span.from);
    span.from += strlen(allow_mark);
    struct span word = trim(r, span, "");
    word.to = word.from;
    while (word.to < span.to && isalnum((unsigned char)byte_at(r, word.to))) {
        word.to++;
    }
    if (strcmp(copy_span(r, word), "allow") != 0) {
        add_fault(r, line_of(r, word.from),
                  arena_printf(arena, "'dllmain-lint:' expects 'allow RULE -- why', found '%s'",
                               copy_span(r, trim(r, span, ""))));
        return;
    }
    size_t dashes = find_dashes(r, (struct span){word.to, span.to});
    struct span list = trim(r, (struct span){word.to, dashes}, "");
    if (list.from == list.to) {
        add_fault(r, line_of(r, word.from), "'dllmain-lint: allow' names no rule");
        return;
    }
    add_rules(r, &s, list, true);
    s.reason = read_reason(r, (struct span){dashes, span.to});
    if (!r->has_code[s.at.line]) {
        set_line(&s, next_code(r, line_of(r, comment.to - 1)));
    }
    keep(r, &s);
}

/* ---- comments ---- */

/* Returns the inside of a comment without its marks. */
static struct span inside(const struct reading *r, const struct piece *comment)
{
    struct span span = {comment->from + 2, comment->to};
    bool closed = byte_at(r, comment->from + 1) == '*' && span.to - span.from >= 2 &&
                  byte_at(r, span.to - 1) == '/' && byte_at(r, span.to - 2) == '*';
    span.to -= closed ? 2 : 0;
    return span;
}

/* Reads each line of a comment that begins with "dllmain-lint:". */
static void allow_lines(struct reading *r, struct span span)
{
    size_t at = span.from;
    while (at < span.to) {
        struct span line = {at, at};
        while (line.to < span.to && byte_at(r, line.to) != '\n') {
            line.to++;
        }
        at = line.to + 1;
        line = trim(r, line, "/*!<");
        if (has_prefix(r, line, allow_mark)) {
            allow(r, line, span);
        }
    }
}

static void comment(struct reading *r, const struct piece *piece)
{
    struct span span = inside(r, piece);
    for (size_t at = span.from; at < span.to; at++) {
        char before = byte_at(r, at - 1);
        bool word = !isalnum((unsigned char)before) && before != '_';
        if (word && has_prefix(r, (struct span){at, span.to}, "NOLINT")) {
            nolint(r, (struct span){at, span.to});
        }
    }
    allow_lines(r, span);
}

/* ---- [[gsl::suppress]] ---- */

/* True if the pieces from `i` on are these, one character or word each. */
static bool pieces_are(const struct reading *r, uint32_t i, const char *const *words)
{
    for (; *words != NULL; words++, i++) {
        if (i >= r->lexed->pieces.n || !lex_is(r->lexed, &r->lexed->pieces.at[i], *words)) {
            return false;
        }
    }
    return true;
}

/* Returns the text of an argument, without its quotation marks. */
static struct span argument_text(const struct reading *r, uint32_t from, uint32_t to)
{
    const struct piece *pieces = r->lexed->pieces.at;
    struct span span = {pieces[from].from, pieces[to - 1].to};
    if (pieces[from].kind == PIECE_STRING && to - from == 1) {
        span.from++;
        span.to -= span.to > span.from && byte_at(r, span.to - 1) == '"';
    }
    return span;
}

/* Takes one argument of the attribute: a rule, or `justification: "why"`. */
static void attribute_argument(struct reading *r, struct suppression *s, uint32_t from, uint32_t to)
{
    static const char *const named[] = {"justification", ":", NULL};
    if (from < to && pieces_are(r, from, named)) {
        from += 2;
        s->reason = from < to ? copy_span(r, argument_text(r, from, to)) : NULL;
    } else if (from < to) {
        (void)add_rule(r, s, argument_text(r, from, to), false);
    }
}

/* Reads the arguments, of which `i` is the first piece.  Returns the piece that ends them. */
static uint32_t attribute_arguments(struct reading *r, struct suppression *s, uint32_t i)
{
    uint32_t from = i;
    for (; i < r->lexed->pieces.n; i++) {
        const struct piece *piece = &r->lexed->pieces.at[i];
        bool end = lex_is(r->lexed, piece, ")");
        if (end || lex_is(r->lexed, piece, ",")) {
            attribute_argument(r, s, from, i);
            from = i + 1;
        }
        if (end || piece->kind == PIECE_COMMENT) {
            break;
        }
    }
    return i;
}

/* Returns the piece behind the `]]` that ends the attribute list which begins with the piece
 * `first`; 0 if it is none. */
static uint32_t attribute_end(const struct reading *r, uint32_t first)
{
    static const char *const end[] = {"]", "]", NULL};
    for (uint32_t i = first + 2; i - first < LONGEST_ATTRIBUTE && i < r->lexed->pieces.n; i++) {
        if (pieces_are(r, i, end)) {
            return i + 2;
        }
    }
    return 0;
}

/* Reads the attribute list that begins with the piece `first`. */
static void attributes(struct reading *r, uint32_t first)
{
    static const char *const whole[] = {"gsl", ":", ":", "suppress", "(", NULL};
    static const char *const with_using[] = {"using", "gsl", ":", NULL};
    static const char *const suppress[] = {"suppress", "(", NULL};
    uint32_t end = attribute_end(r, first);
    bool in_gsl = pieces_are(r, first + 2, with_using);
    struct suppression s = begin(r, SUPPRESSION_ATTRIBUTE, r->lexed->pieces.at[first].from);
    for (uint32_t i = first + 2; i < end; i++) {
        bool plain = in_gsl && pieces_are(r, i, suppress);
        if (plain || pieces_are(r, i, whole)) {
            i = attribute_arguments(r, &s, i + (plain ? 2 : 5));
        }
    }
    if (s.rules.n == 0 || r->n_attributes > MOST_ATTRIBUTES) {
        return;
    }
    if (++r->n_attributes > MOST_ATTRIBUTES) {
        add_fault(r, s.at.line, "more suppressions of this kind than one file may have");
        return;
    }
    uint32_t behind = suppression_extent(r->lexed, end);
    struct position to = lex_position(r->lexed, r->lexed->pieces.at[behind - 1].to);
    s.first_column = s.at.column;
    s.last_line = to.line;
    s.last_column = to.column;
    keep(r, &s);
}

/* ---- all of it ---- */

/* True if the piece belongs to a directive that defines no macro: no code. */
static bool is_directive(const struct reading *r, uint32_t i)
{
    uint32_t directive = r->lexed->pieces.at[i].directive;
    while (i > 0 && r->lexed->pieces.at[i - 1].directive == directive) {
        i--;
    }
    static const char *const define[] = {"#", "define", NULL};
    return directive != 0 && !pieces_are(r, i, define);
}

static void mark_code(struct reading *r)
{
    r->has_code = ARENA_NEW_N(r->reader->arena, bool, r->lexed->lines.n + 2);
    bool skipped = false;
    uint32_t directive = 0;
    for (uint32_t i = 0; i < r->lexed->pieces.n; i++) {
        const struct piece *piece = &r->lexed->pieces.at[i];
        skipped = piece->directive == directive ? skipped : is_directive(r, i);
        directive = piece->directive;
        if (piece->kind != PIECE_COMMENT && !skipped) {
            r->has_code[line_of(r, piece->from)] = true;
        }
    }
}

/* True if the text has a word that every suppression has one of. */
static bool may_have_any(const char *text, size_t len)
{
    static const char *const words[] = {"NOLINT", "dllmain-lint:", "suppress"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t word_len = strlen(words[i]);
        const char *at = text;
        while ((at = memchr(at, words[i][0], len - (size_t)(at - text))) != NULL) {
            if ((size_t)(text + len - at) >= word_len && memcmp(at, words[i], word_len) == 0) {
                return true;
            }
            at++;
        }
    }
    return false;
}

struct suppression_file *suppressions_of(const struct suppression_reader *reader, const char *text,
                                         size_t len)
{
    static const char *const opening[] = {"[", "[", NULL};
    struct suppression_file *file = ARENA_NEW(reader->arena, struct suppression_file);
    if (!may_have_any(text, len)) {
        return file;
    }
    struct arena *scratch = arena_create();
    struct reading r = {.reader = reader, .lexed = lex(scratch, text, len), .file = file};
    mark_code(&r);
    for (uint32_t i = 0; i < r.lexed->pieces.n; i++) {
        const struct piece *piece = &r.lexed->pieces.at[i];
        if (piece->kind == PIECE_COMMENT) {
            comment(&r, piece);
        } else if (pieces_are(&r, i, opening)) {
            attributes(&r, i);
        }
    }
    close_blocks(&r);
    arena_destroy(scratch);
    return file;
}
