/*
 * lex.h - the text of a source cut into comments and tokens, inside verdict/.
 *
 * Takes bytes, in C or C++, of any quality; knows no keyword and evaluates no directive.  What it
 * is for: to tell a comment from a string that looks like one, and to find where a statement ends.
 */
#ifndef DLL_VERDICT_LEX_H
#define DLL_VERDICT_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

enum piece_kind {
    PIECE_COMMENT, /* with its marks */
    PIECE_WORD,    /* a name or a keyword */
    PIECE_STRING,  /* with its quotation marks; a raw one with all that belongs to it */
    PIECE_OTHER,   /* a number, a character */
    PIECE_MARK,    /* one character of punctuation */
};

/* A comment or a token. */
struct piece {
    enum piece_kind kind;
    size_t from, to;    /* bytes of lexed.text; `to` is behind the last one */
    uint32_t directive; /* the number, from 1, of the directive it stands in; 0: none */
};

/* A source, continued lines joined. */
struct lexed {
    const char *text; /* without the backslashes that continue lines; lines end with a LF */
    size_t len;
    VEC(size_t) lines; /* where in `text` each line of the file begins */
    VEC(struct piece) pieces;
};

/* A position in the file, both from 1; the column counts bytes. */
struct position {
    uint32_t line, column;
};

/* Cuts `len` bytes into pieces; everything lives in the arena. */
struct lexed *lex(struct arena *arena, const char *text, size_t len);

/* Returns the position in the file of a byte of lexed->text. */
struct position lex_position(const struct lexed *lexed, size_t at);

/* True if the piece is this one character, or, a word, this text. */
bool lex_is(const struct lexed *lexed, const struct piece *piece, const char *text);

#endif
