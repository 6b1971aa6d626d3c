/*
 * sarif_place.c - places as SARIF locations: URI, region in UTF-16 columns, snippet, context.
 *
 * Files of the project are relative to the base SRCROOT, whose own URI is not told: the log reads
 * alike on every machine.  A file outside the project is relative to the base OUTSIDE, the root of
 * the file system: GitHub refuses a log with one absolute URI in it.
 */
#include "report/sarif_writer.h"

#include <string.h>

#include "report/utf.h"
#include "report/view.h"

enum { CONTEXT_LINES = 2, MAX_CONTEXT_BYTES = 4000 };

const char *sarif_uri(struct arena *arena, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._~/!$&'()*+,;=@";
    struct strbuf out;
    strbuf_init(&out, arena);
    for (const char *at = path; *at != '\0'; at++) {
        if (strchr(plain, *at)) {
            strbuf_addc(&out, *at);
        } else {
            strbuf_printf(&out, "%%%02X", (unsigned char)*at);
        }
    }
    return out.text;
}

static void write_artifact(struct sarif *sarif, const struct place *place)
{
    bool inside = view_in_project(sarif->data, place);
    const char *file = inside        ? view_file(sarif->scratch, sarif->data, place)
                       : place->file ? place->file + strspn(place->file, "/")
                                     : "";
    json_open_object(&sarif->to, "artifactLocation");
    json_write_string(&sarif->to, "uri", sarif_uri(sarif->scratch, file));
    json_write_string(&sarif->to, "uriBaseId", inside ? "SRCROOT" : "OUTSIDE");
    json_close(&sarif->to);
    sarif->has_outside = sarif->has_outside || !inside;
    if (inside && sarif->options->embed && !strmap_get(sarif->artifact_index, place->file, NULL)) {
        strmap_put(sarif->artifact_index, place->file, 1);
        VEC_PUSH(sarif->scratch, &sarif->artifacts, place);
    }
}

void sarif_write_artifacts(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    if (sarif->artifacts.n == 0) {
        return;
    }
    json_open_array(to, "artifacts");
    for (uint32_t i = 0; i < sarif->artifacts.n; i++) {
        const struct place *place = sarif->artifacts.at[i];
        const char *name = view_file(sarif->scratch, sarif->data, place);
        struct slice text;
        json_open_object(to, NULL);
        json_open_object(to, "location");
        json_write_string(to, "uri", sarif_uri(sarif->scratch, name));
        json_write_string(to, "uriBaseId", "SRCROOT");
        json_close(to);
        if (source_text(sarif->sources, place->file, &text)) {
            sarif_write_text(sarif, "contents", utf_clean(sarif->scratch, text.text, text.len));
        }
        json_close(to);
    }
    json_close(to);
}

/* What a place covers. */
struct region {
    uint32_t line, from, to; /* UTF-16 columns from 1; `to` is behind the last unit */
    const char *snippet;     /* NULL: the line cannot be read */
    bool whole_line;
};

static struct region region_of(struct sarif *sarif, const struct place *place)
{
    struct span span = source_span(sarif->sources, place);
    struct region region = {place->line > 0 ? place->line : 1, span.from, span.to, NULL, false};
    if (span.line.text) {
        struct token token = span.token;
        region.snippet =
            utf_clean(sarif->scratch, span.line.text + token.from, token.to - token.from);
        region.whole_line = token.from == 0 && token.to == span.line.len;
    }
    return region;
}

static void write_region(struct sarif *sarif, const struct region *region)
{
    json_open_object(&sarif->to, "region");
    json_write_integer(&sarif->to, "startLine", region->line);
    json_write_integer(&sarif->to, "startColumn", region->from);
    json_write_integer(&sarif->to, "endLine", region->line);
    json_write_integer(&sarif->to, "endColumn", region->to);
    if (region->snippet) {
        sarif_write_text(sarif, "snippet", region->snippet);
    }
    json_close(&sarif->to);
}

/* Writes the lines around a region; nothing where they would be no more than the region itself, or
 * too long to be read. */
static void write_context(struct sarif *sarif, const char *file, const struct region *region)
{
    uint32_t n_lines = source_n_lines(sarif->sources, file);
    uint32_t first = region->line > CONTEXT_LINES ? region->line - CONTEXT_LINES : 1;
    uint32_t last = region->line + CONTEXT_LINES < n_lines ? region->line + CONTEXT_LINES : n_lines;
    if (!region->snippet || (first == last && region->whole_line)) {
        return;
    }
    struct strbuf text;
    strbuf_init(&text, sarif->scratch);
    for (uint32_t i = first; i <= last; i++) {
        struct slice line = {"", 0};
        source_line(sarif->sources, file, i, &line);
        if (text.len + line.len > MAX_CONTEXT_BYTES) {
            return;
        }
        strbuf_adds(&text, utf_clean(sarif->scratch, line.text, line.len));
        strbuf_addc(&text, '\n');
    }
    json_open_object(&sarif->to, "contextRegion");
    json_write_integer(&sarif->to, "startLine", first);
    json_write_integer(&sarif->to, "endLine", last);
    sarif_write_text(sarif, "snippet", text.text);
    json_close(&sarif->to);
}

void sarif_write_location(struct sarif *sarif, const struct place *place, const char *function,
                          bool context)
{
    struct region region = region_of(sarif, place);
    json_open_object(&sarif->to, "physicalLocation");
    write_artifact(sarif, place);
    write_region(sarif, &region);
    if (context) {
        write_context(sarif, place->file, &region);
    }
    json_close(&sarif->to);
    if (function) {
        json_open_array(&sarif->to, "logicalLocations");
        json_open_object(&sarif->to, NULL);
        json_write_string(&sarif->to, "fullyQualifiedName", function);
        json_write_string(&sarif->to, "kind", "function");
        json_close(&sarif->to);
        json_close(&sarif->to);
    }
}
