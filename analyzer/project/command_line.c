/*
 * command_line.c - splits a command under the rules of POSIX shells or of the Windows C runtime.
 *
 * Windows: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments says that 2n
 * backslashes and a quote are n backslashes and a delimiter, 2n+1 are n backslashes and a literal
 * quote, and that a doubled quote inside quotes is a literal one.  In the program's name
 * backslashes are never special.
 */
#include "project/command_line.h"

#include <string.h>

#include "base/path.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/vec.h"
#include "project/limits.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool command_line_is_windows_path(const char *text)
{
    return path_is_absolute(text) && text[0] != '/';
}

/* Length of the first word as it is written, without a leading quote at `*text`. */
static size_t first_word(const char **text)
{
    while (is_blank(**text)) {
        (*text)++;
    }
    char quote = **text;
    if (quote == '"' || quote == '\'') {
        (*text)++;
        const char *end = strchr(*text, quote);
        return end == NULL ? strlen(*text) : (size_t)(end - *text);
    }
    return strcspn(*text, " \t\r\n\"'");
}

enum quoting command_line_quoting(const char *command, const char *directory)
{
    const char *word = command;
    size_t len = first_word(&word);
    if (len > 0 && word[0] == '/') {
        return QUOTING_POSIX; /* an MSYS shell in a folder of Windows */
    }
    if (directory != NULL && path_is_absolute(directory)) {
        return command_line_is_windows_path(directory) ? QUOTING_WINDOWS : QUOTING_POSIX;
    }
    if (len > 1 && command_line_is_windows_path(word)) {
        return QUOTING_WINDOWS;
    }
    bool exe = len > 4 &&
               (strncmp(word + len - 4, ".exe", 4) == 0 || strncmp(word + len - 4, ".EXE", 4) == 0);
    return exe ? QUOTING_WINDOWS : QUOTING_POSIX;
}

/* Reads one word behind blanks; returns what is behind it. */
static const char *posix_word(struct strbuf *word, const char *p)
{
    char quote = '\0';
    for (; *p != '\0' && (quote != '\0' || !is_blank(*p)); p++) {
        if (quote == '\'') {
            if (*p == '\'') {
                quote = '\0';
            } else {
                strbuf_addc(word, *p);
            }
        } else if (*p == '\\' && p[1] != '\0' && (quote == '\0' || strchr("\"\\$`\n", p[1]))) {
            p++;
            if (*p != '\n') {
                strbuf_addc(word, *p);
            }
        } else if (*p == '"') {
            quote = quote == '"' ? '\0' : '"';
        } else if (*p == '\'' && quote == '\0') {
            quote = '\'';
        } else {
            strbuf_addc(word, *p);
        }
    }
    return p;
}

/* The program's name: quotes only group. */
static const char *windows_program(struct strbuf *word, const char *p)
{
    bool quoted = false;
    for (; *p != '\0' && (quoted || !is_blank(*p)); p++) {
        if (*p == '"') {
            quoted = !quoted;
        } else {
            strbuf_addc(word, *p);
        }
    }
    return p;
}

/* Adds the backslashes at `p`, and the quote behind them if they escape it; returns what follows.
 */
static const char *windows_backslashes(struct strbuf *word, const char *p)
{
    size_t n = strspn(p, "\\");
    bool before_quote = p[n] == '"';
    for (size_t i = 0; i < (before_quote ? n / 2 : n); i++) {
        strbuf_addc(word, '\\');
    }
    if (before_quote && n % 2 == 1) {
        strbuf_addc(word, '"');
        n++;
    }
    return p + n;
}

static const char *windows_word(struct strbuf *word, const char *p)
{
    bool quoted = false;
    while (*p != '\0' && (quoted || !is_blank(*p))) {
        if (*p == '\\') {
            p = windows_backslashes(word, p);
        } else if (*p == '"' && quoted && p[1] == '"') {
            strbuf_addc(word, '"');
            p += 2;
        } else if (*p == '"') {
            quoted = !quoted;
            p++;
        } else {
            strbuf_addc(word, *p++);
        }
    }
    return p;
}

bool command_line_split(struct arena *arena, struct arguments *words, const char *text,
                        enum quoting quoting, bool has_program)
{
    const char *p = text;
    for (bool first = true;; first = false) {
        while (is_blank(*p) || (quoting == QUOTING_POSIX && p[0] == '\\' && p[1] == '\n')) {
            p += *p == '\\' ? 2 : 1;
        }
        if (*p == '\0') {
            return true;
        }
        if (words->n >= LIMIT_COMMAND_WORDS) {
            return false;
        }
        struct strbuf word;
        strbuf_init(&word, arena);
        if (quoting == QUOTING_POSIX) {
            p = posix_word(&word, p);
        } else {
            p = first && has_program ? windows_program(&word, p) : windows_word(&word, p);
        }
        VEC_PUSH(arena, words, word.text);
    }
}
