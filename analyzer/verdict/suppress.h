/*
 * suppress.h - what the people who wrote a source have judged: suppressions in it.
 *
 * Takes files as the walk names them, gives for a rule and a place the suppression that covers it.
 * Files are read when they are asked for.  Knows nothing of findings.
 */
#ifndef DLL_VERDICT_SUPPRESS_H
#define DLL_VERDICT_SUPPRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "packs/packs.h"
#include "walk/reach.h"

/* How a suppression is written. */
enum suppression_form {
    SUPPRESSION_NOLINT,    /* NOLINT, NOLINTNEXTLINE, NOLINTBEGIN */
    SUPPRESSION_ALLOW,     /* dllmain-lint: allow RULE -- why */
    SUPPRESSION_ATTRIBUTE, /* [[gsl::suppress("RULE")]] */
    SUPPRESSION_FORMS
};

/* One of the rules that it names. */
struct suppressed_rule {
    const char *glob; /* of ids or names */
    bool used;        /* a finding of such a rule was suppressed by it */
};

/* One suppression. */
struct suppression {
    enum suppression_form form;
    struct place at; /* where it stands; file, line and column only */
    uint32_t first_line, first_column;
    uint32_t last_line, last_column; /* what it covers, from 1, ends included; bytes */
    VEC(struct suppressed_rule) rules;
    const char *reason; /* NULL: none is given */
};

/* What is wrong with one, told as a warning. */
struct suppression_fault {
    uint32_t line;
    const char *text;
};

/* What stands in one file. */
struct suppression_file {
    VEC(struct suppression) all; /* in the order of the text */
    VEC(struct suppression_fault) faults;
};

/* What is needed to read one. */
struct suppression_reader {
    struct arena *arena; /* of the results */
    const struct packs *packs;
    const char *file; /* as places name it */
    bool bare;        /* NOLINT without rules counts, for all rules */
};

/* Reads the suppressions of a text; see suppress_read.c for what is one. */
struct suppression_file *suppressions_of(const struct suppression_reader *reader, const char *text,
                                         size_t len);

/* The suppressions of all files of a run. */
struct suppressions;

/* Returns an empty set that reads files on demand. */
struct suppressions *suppressions_create(struct arena *arena, const struct packs *packs, bool bare);

/* Reads a file now, so that suppressions_tell() knows it. */
void suppressions_add(struct suppressions *all, const char *file);

/* Returns the first suppression that names the rule and covers the place, where its macro is used
 * or where the macro's text stands; NULL if there is none. */
struct suppression *suppressions_find(struct suppressions *all, const struct rule *rule,
                                      const struct place *place);

/* The same, of those that are marked as used for the rule. */
struct suppression *suppressions_find_used(struct suppressions *all, const struct rule *rule,
                                           const struct place *place);

/* Marks all suppressions that name the rule and cover the place as used.  Returns true if one was
 * not. */
bool suppressions_mark(struct suppressions *all, const struct rule *rule,
                       const struct place *place);

/* True if the glob of a suppression names the rule. */
bool suppression_names(const struct suppressed_rule *named, const struct rule *rule);

/* What suppressions_tell() says. */
struct suppressions_telling {
    const char *root_folder; /* files are shown relative to it */
    const char *rules;       /* as in struct verdict_options */
    bool unused;             /* those that were not needed, too */
};

/* Warns of faults in the files that were read, in the order of their names. */
void suppressions_tell(struct suppressions *all, const struct suppressions_telling *telling,
                       struct diag *diag);

/* ---- suppress_rules.c ---- */

/* What a word in a list of rules is. */
enum rule_word {
    RULE_WORD_OURS,    /* it names a rule, or is a glob that does */
    RULE_WORD_UNKNOWN, /* it was meant to */
    RULE_WORD_FOREIGN, /* it belongs to another tool */
};

/* Looks a word up; `ours`: no other tool reads this list.  RULE_WORD_UNKNOWN sets `*nearest` to the
 * id or name that may have been meant, or NULL. */
enum rule_word suppression_word(const struct packs *packs, const char *word, bool ours,
                                const char **nearest);

/* ---- suppress_extent.c ---- */

struct lexed;

/* Returns the index behind the last piece of the statement, function or class that begins at the
 * piece `from`. */
uint32_t suppression_extent(const struct lexed *lexed, uint32_t from);

#endif
