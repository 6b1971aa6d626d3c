/* html_writer.h - what the parts of the HTML writer share, inside report/. */
#ifndef DLL_REPORT_HTML_WRITER_H
#define DLL_REPORT_HTML_WRITER_H

#include "base/json.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "report/report.h"
#include "report/source.h"

/* A file that the page names. */
struct html_file {
    const struct place *place; /* any place in it: its name as reports show it */
    VEC(uint32_t) lines;       /* whose text the page shows; unsorted, with duplicates */
};

/* Everything that a part needs. */
struct html {
    struct json_writer to;
    struct arena *scratch;
    struct sources *sources;
    const struct report_data *data;
    struct strmap *file_index; /* name as reports show it -> index into `files` */
    VEC(struct html_file) files;
};

/* The page before and behind its data, made of html/ when the program is built. */
extern const char html_head[];
extern const char html_tail[];

/* Writes a place: file by its index, line, column and length in UTF-16 units; the lines around it
 * are noted for html_write_files() if `with_source`. */
void html_write_place(struct html *html, const char *key, const struct place *place,
                      bool with_source);

/* Writes `files`: names, and the lines that were noted.  Comes last. */
void html_write_files(struct html *html);

/* Writes one finding. */
void html_write_finding(struct html *html, const struct finding *finding);

#endif
