/*
 * text.h - facts as text: stable, complete, and readable by people.
 *
 * It is what `dllmain-lint dump facts` prints, what worker processes send home, and what tests of
 * the later stages are written in.  Writing, reading and writing again gives the same bytes.
 *
 * The text is a header line, items in parentheses, and a last line with a checksum over all bytes
 * before it, which text written by hand leaves out.  The smallest useful one:
 *
 *     dllmain-lint facts 1
 *     (file "/src/a.c")
 *     (symbol "LoadLibraryW" dllimport)
 *     (symbol "DllMain" dllexport @0:3:13)
 *     (symbol param "reason")
 *     (function $DllMain params $reason @0:3:13
 *       (block
 *         (if (binary == (ref $reason) (int 1))
 *           (call @0:4:9 (ref $LoadLibraryW) (string "x.dll")))  # a comment
 *         (return (int 1))))
 *
 * Items.  [] may be left out, * is any number; words and bracketed parts stand in any order, but a
 * node's children come last.  An item refers only to what stands before it.
 *
 *     (unit "MAIN-FILE" [target "..."] [c++] [complete | partial | failed] [failure "..."])
 *     (file [INDEX] "PATH" [size N] [hash "HEX"] [system])
 *     (where [ID] FILE:LINE[:COLUMN] [spelled FILE:LINE[:COLUMN]] [macro "NAME"])
 *     (symbol [ID] [KIND] "NAME" [usr "..."] [type "..."] [spelled "..."] [FLAG*] [WHERE])
 *     (record "NAME" [usr "..."] [type "..."] [system] [union] [bases "USR"*] [fields SYMBOL*]
 *      [methods SYMBOL*] [held SYMBOL*])
 *     (override "USR" "OVERRIDDEN-USR")
 *     (function SYMBOL [FLAG*] [priority N] [params SYMBOL*] [WHERE] [end LINE] [NODE])
 *     (global SYMBOL [FLAG*] [destroyed-by SYMBOL] [section "..."] [WHERE] [NODE])
 *     (error "MESSAGE" [fatal] [WHERE])
 *
 *     NODE    (KIND [OPERATOR] [SYMBOL] [VALUE] [..VALUE2] ["TEXT"] [FLAG*] [WHERE] NODE*)
 *     SYMBOL  $ID, $NAME or $"NAME": the last symbol of that name; $0 is none
 *     WHERE   @ID, or @FILE:LINE[:COLUMN], which makes a new one
 *
 * FILE is the index of a file, from 0; the ids of wheres and symbols count from 1.  KIND and FLAG
 * are the enumerators' names in lower case with '-' for '_' (init-list, local-static); a symbol
 * without a kind is a function.  OPERATOR is + - * / % << >> & | ^ == != < <= > >= ! ~, neg and pos
 * for the unary - and +.  What is left out is 0, false, NULL or "", except: the usr of a function
 * or global ("c:@F@NAME", "c:@NAME", as clang has it for C, but "" with `undeclared`), the priority
 * (65535), the spelling of a where (its place), and VALUE2 of a `case` (VALUE).
 *
 * Strings have the escapes \" \\ \n \t and \xNN (two small hexadecimal digits).  `;` and what
 * follows up to a blank or parenthesis is a label that tells people what an id is and is skipped;
 * `#` begins a comment that ends with the line.
 *
 * Nodes have no ids in the text: the reader numbers them as they come.  It does not check that a
 * node has the number of children that its kind needs.
 */
#ifndef DLL_FACTS_TEXT_H
#define DLL_FACTS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "facts/facts.h"

/* Appends the unit, with its checksum.  A node that two trees share is written twice. */
void facts_write(struct strbuf *out, const struct unit *unit);

/* Reads a unit; the text is hostile input.  Returns NULL with `*error` set ("line 12: expected a
 * symbol's id of at most 40, found '77'") when it is damaged: ids out of range, unknown words, a
 * wrong checksum.  `*error` is NULL otherwise.  Time and memory are linear in `len`. */
struct unit *facts_read(struct arena *arena, const char *text, size_t len, const char **error);

/* Returns whether the text ends with a line with a checksum.  What comes from a cache or a worker
 * process must: without one, text that was cut off behind an item looks like a smaller unit. */
bool facts_is_sealed(const char *text, size_t len);

/* Returns the length of the text without the line with the checksum. */
size_t facts_unsealed_length(const char *text, size_t len);

#endif
