/*
 * describe.h - rules as a person reads them in a terminal: --list-rules and --explain.
 */
#ifndef DLL_PACKS_DESCRIBE_H
#define DLL_PACKS_DESCRIBE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "packs/packs.h"

/* Appends one line a rule: id, name, levels, summary; aligned, of at most 100 columns unless a
 * summary is long. */
void packs_list_rules(struct strbuf *out, const struct packs *packs);

/* Appends a page about the rule with that id or name (letters' case ignored), wrapped at 80
 * columns.  Returns false, with nothing appended, if there is no such rule. */
bool packs_explain(struct strbuf *out, const struct packs *packs, const char *rule);

#endif
