/*
 * write.c - the text form of a project, for `dump project` and for tests.
 *
 * One fact a line, indented below what it belongs to; the source root is "${root}" wherever it
 * begins a path; control characters are escaped.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "project/project.h"

/* True if a path may begin at `p`: its first slash stands there, or a sign in front ends a word. */
static bool may_begin(const char *text, const char *p)
{
    return p == text || memchr(text, '/', (size_t)(p - text)) == NULL ||
           strchr("=,:;\"' ", p[-1]) != NULL;
}

/* Appends a text in which each path at or below the root begins with "${root}". */
static void write_text(struct strbuf *out, const struct project *project, const char *text)
{
    size_t len = strlen(project->root);
    struct strbuf plain;
    strbuf_init(&plain, out->arena);
    for (const char *p = text; *p != '\0';) {
        bool is_root = len > 1 && strncmp(p, project->root, len) == 0 &&
                       (p[len] == '/' || p[len] == '\0') && may_begin(text, p);
        if (is_root) {
            strbuf_adds(&plain, "${root}");
            p += len;
        } else {
            strbuf_addc(&plain, *p++);
        }
    }
    text_escape_control(out, plain.text, false);
}

static void write_line(struct strbuf *out, const struct project *project, const char *label,
                       const char *text)
{
    strbuf_adds(out, label);
    write_text(out, project, text);
    strbuf_addc(out, '\n');
}

static void write_job(struct strbuf *out, const struct project *project, uint32_t index)
{
    const struct job *job = &project->jobs.at[index];
    strbuf_printf(out, "job %u ", index);
    write_line(out, project, "", path_relative(job->file, project->root));
    strbuf_printf(out, "  language %s%s\n", job->cplusplus ? "c++" : "c", job->msvc ? " (cl)" : "");
    write_line(out, project, "  target ", job->target);
    write_line(out, project, "  folder ", job->folder);
    if (*job->object != '\0') {
        write_line(out, project, "  object ", job->object);
    }
    for (uint32_t i = 0; i < job->n_args; i++) {
        write_line(out, project, "  arg ", job->args[i]);
    }
}

static void write_module(struct strbuf *out, const struct project *project,
                         const struct module *module)
{
    strbuf_adds(out, module->kind == MODULE_DLL ? "module dll " : "module unknown ");
    text_escape_control(out, module->name, false);
    strbuf_addc(out, '\n');
    if (module->entry != NULL) {
        write_line(out, project, "  entry ", module->entry);
    }
    for (uint32_t i = 0; i < module->delayed.n; i++) {
        write_line(out, project, "  delayed ", module->delayed.at[i]);
    }
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        uint32_t job = module->jobs.at[i];
        strbuf_printf(out, "  job %u ", job);
        write_line(out, project, "", path_relative(project->jobs.at[job].file, project->root));
    }
}

void project_write(struct strbuf *out, const struct project *project)
{
    if (project->origin != NULL) {
        write_line(out, project, "origin ", project->origin);
    }
    strbuf_printf(out, "dropped flags %u, missing sources %u, bad entries %u\n",
                  project->n_dropped_flags, project->n_missing, project->n_bad);
    for (uint32_t i = 0; i < project->jobs.n; i++) {
        write_job(out, project, i);
    }
    for (uint32_t i = 0; i < project->modules.n; i++) {
        write_module(out, project, &project->modules.at[i]);
    }
}
