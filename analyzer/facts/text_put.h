/* text_put.h - the tokens of the text form of facts, written.  Private to facts/. */
#ifndef DLL_FACTS_TEXT_PUT_H
#define DLL_FACTS_TEXT_PUT_H

#include <stdint.h>

#include "base/strbuf.h"

/* Appends the number. */
void text_put_u64(struct strbuf *out, uint64_t value);

/* Appends the number. */
void text_put_i64(struct strbuf *out, int64_t value);

/* Appends a blank and the text in quotes, escaped; NULL is written as the empty text. */
void text_put_string(struct strbuf *out, const char *text);

/* Appends ';' and the start of the name, with everything replaced that would end the label. */
void text_put_label(struct strbuf *out, const char *name);

#endif
