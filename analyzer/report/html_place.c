/*
 * html_place.c - places of the HTML report, and the lines of source that it shows.
 *
 * Places name their file by a number.  Each shown place notes a few lines around it; each line is
 * written once, however many findings show it.
 */
#include "report/html_writer.h"

#include <stdlib.h>

#include "report/utf.h"
#include "report/view.h"

enum { CONTEXT_LINES = 3, MAX_LINE_BYTES = 400 };

static uint32_t index_of(struct html *html, const struct place *place)
{
    const char *name = view_file(html->scratch, html->data, place);
    uint32_t index = html->files.n;
    if (!strmap_get(html->file_index, name, &index)) {
        strmap_put(html->file_index, name, index);
        struct html_file file = {.place = place};
        VEC_PUSH(html->scratch, &html->files, file);
    }
    return index;
}

static void note_lines(struct html *html, uint32_t index, const struct place *place)
{
    uint32_t n_lines = source_n_lines(html->sources, place->file);
    uint32_t first = place->line > CONTEXT_LINES ? place->line - CONTEXT_LINES : 1;
    uint32_t last = place->line + CONTEXT_LINES;
    for (uint32_t i = first; i <= last && i <= n_lines; i++) {
        VEC_PUSH(html->scratch, &html->files.at[index].lines, i);
    }
}

void html_write_place(struct html *html, const char *key, const struct place *place,
                      bool with_source)
{
    struct json_writer *to = &html->to;
    uint32_t index = index_of(html, place);
    json_open_object(to, key);
    json_write_integer(to, "file", index);
    json_write_integer(to, "line", place->line);
    if (with_source && !place->system && place->line > 0) {
        struct span span = source_span(html->sources, place);
        json_write_integer(to, "column", span.from);
        json_write_integer(to, "length", span.to - span.from);
        note_lines(html, index, place);
    }
    json_close(to);
}

static int compare_lines(const void *left, const void *right)
{
    const uint32_t *a = left;
    const uint32_t *b = right;
    return (*a > *b) - (*a < *b);
}

/* Writes the lines of a file, each with its number; very long ones are cut. */
static void write_lines(struct html *html, const struct html_file *file)
{
    struct json_writer *to = &html->to;
    if (file->lines.n > 0) {
        qsort(file->lines.at, file->lines.n, sizeof *file->lines.at, compare_lines);
    }
    json_open_object(to, "lines");
    for (uint32_t i = 0; i < file->lines.n; i++) {
        uint32_t number = file->lines.at[i];
        struct slice line = {"", 0};
        if (i > 0 && file->lines.at[i - 1] == number) {
            continue;
        }
        source_line(html->sources, file->place->file, number, &line);
        size_t len = line.len < MAX_LINE_BYTES ? line.len : MAX_LINE_BYTES;
        const char *text = utf_clean(html->scratch, line.text, len);
        json_write_string(to, arena_printf(html->scratch, "%u", number),
                          len < line.len ? arena_printf(html->scratch, "%s ...", text) : text);
    }
    json_close(to);
}

void html_write_files(struct html *html)
{
    struct json_writer *to = &html->to;
    json_open_array(to, "files");
    for (uint32_t i = 0; i < html->files.n; i++) {
        const struct html_file *file = &html->files.at[i];
        json_open_object(to, NULL);
        json_write_string(to, "name", view_file(html->scratch, html->data, file->place));
        write_lines(html, file);
        json_close(to);
    }
    json_close(to);
}
