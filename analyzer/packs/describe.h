/*
 * describe.h - rules as a person reads them: --list-rules and --explain.
 */
#ifndef DLL_PACKS_DESCRIBE_H
#define DLL_PACKS_DESCRIBE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "packs/packs.h"

/* How a page is to look. */
struct describe_options {
    uint32_t width; /* columns; what is too narrow or too wide to read is brought into bounds */
    bool colour;    /* with colours, and links where there are URLs */
};

/* The formats of a list of rules, ends with NULL: "text", "json", "markdown". */
extern const char *const packs_list_formats[];

/* Appends all rules, and those that cannot be decided yet, in one of the formats.  As text it is
 * one line a rule: id, name, levels, summary, aligned; those that cannot be decided are left out.
 * As Markdown it is a table of the rules.  Returns false, with nothing appended, if the format is
 * not one of them. */
bool packs_list_rules(struct strbuf *out, const struct packs *packs, const char *format);

/* Appends a page about the rule with that id or name (letters' case ignored).  `options` NULL: 80
 * columns without colours.  Returns false, with nothing appended, if there is no such rule. */
bool packs_explain(struct strbuf *out, const struct packs *packs, const char *rule,
                   const struct describe_options *options);

#endif
