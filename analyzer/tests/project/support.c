/* support.c - see support.h. */
#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"

struct bench *bench_start(const char *name)
{
    struct arena *arena = arena_create();
    struct bench *bench = ARENA_NEW(arena, struct bench);
    bench->arena = arena;
    strbuf_init(&bench->messages, arena);
    bench->diag.to = &bench->messages;
    const char *program = path_dirname(arena, os_program_path(arena));
    bench->root = path_join(arena, program, arena_printf(arena, "test-scratch/project/%s", name));
    bench_write(bench, ".git", "a work tree\n");
    return bench;
}

void bench_end(struct bench *bench)
{
    arena_destroy(bench->arena);
}

const char *bench_path(struct bench *bench, const char *name)
{
    return path_join(bench->arena, bench->root, name);
}

void bench_write(struct bench *bench, const char *name, const char *text)
{
    const char *path = bench_path(bench, name);
    const char *error = os_write_file(bench->arena, path, text, strlen(text));
    cr_assert(error == NULL, "%s: %s", path, error);
}

/* Replaces each `from` by `to`. */
static const char *replaced(struct arena *arena, const char *text, const char *from, const char *to)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    size_t len = strlen(from);
    while (*text != '\0') {
        if (strncmp(text, from, len) == 0) {
            strbuf_adds(&out, to);
            text += len;
        } else {
            strbuf_addc(&out, *text++);
        }
    }
    return out.text;
}

static void copy_folder(struct bench *bench, const char *from, const char *to)
{
    uint32_t n = 0;
    const char **names = os_list(bench->arena, from, &n);
    cr_assert(names != NULL, "%s", from);
    for (uint32_t i = 0; i < n; i++) {
        const char *source = path_join(bench->arena, from, names[i]);
        const char *target = path_join(bench->arena, to, names[i]);
        if (os_is_folder(source)) {
            copy_folder(bench, source, target);
            continue;
        }
        const char *text = os_read_file(bench->arena, source, NULL, NULL);
        cr_assert(text != NULL, "%s", source);
        bench_write(bench, target, replaced(bench->arena, text, "@ROOT@", bench->root));
    }
}

void bench_copy(struct bench *bench, const char *name)
{
    copy_folder(bench, arena_printf(bench->arena, "%s/testdata/project/%s", SOURCE_FOLDER, name),
                bench->root);
}

struct project *bench_load(struct bench *bench)
{
    return project_load(bench->arena, &bench->request, &bench->diag);
}

struct project *bench_load_database(struct bench *bench, const char *json)
{
    const char *text = replaced(bench->arena, json, "@ROOT@", bench->root);
    bench_write(bench, "build/compile_commands.json", replaced(bench->arena, text, "'", "\""));
    bench->request.build = bench_path(bench, "build");
    return bench_load(bench);
}

struct project *bench_load_command(struct bench *bench, const char *directory, const char *file,
                                   const char *command)
{
    struct strbuf json;
    struct json_writer writer;
    strbuf_init(&json, bench->arena);
    json_writer_init(&writer, &json);
    json_open_array(&writer, NULL);
    json_open_object(&writer, NULL);
    json_write_string(&writer, "directory", directory);
    json_write_string(&writer, "command", command);
    json_write_string(&writer, "file", file);
    json_close(&writer);
    json_close(&writer);
    if (!path_is_absolute(file)) {
        bench_write(bench, path_join(bench->arena, "build", file), "int unit;\n");
    }
    bench_write(bench, "build/compile_commands.json", json.text);
    bench->request.build = bench_path(bench, "build");
    return bench_load(bench);
}

/* Index of the first argument behind the C++ library's. */
static uint32_t behind_library(const struct job *job, uint32_t i)
{
    bool is_library = i + 6 < job->n_args && strcmp(job->args[i], "-nostdinc++") == 0 &&
                      strncmp(job->args[i + 2], "/usr/lib/gcc/", 13) == 0;
    return is_library ? i + 7 : i;
}

const char *bench_job_args(struct bench *bench, const struct job *job)
{
    struct strbuf out;
    strbuf_init(&out, bench->arena);
    cr_assert(job->n_args >= 4 && strncmp(job->args[job->n_args - 4], "--target=", 9) == 0);
    for (uint32_t i = 0; i < job->n_args - 4; i++) {
        i = behind_library(job, i);
        if (i < job->n_args - 4) {
            strbuf_printf(&out, "%s%s", out.len > 0 ? " " : "", job->args[i]);
        }
    }
    return replaced(bench->arena, out.text, bench->root, "~");
}

const char *bench_args(struct bench *bench, const char *file, const char *command)
{
    struct project *project = bench_load_command(bench, bench_path(bench, "build"), file, command);
    return project == NULL ? "(none)" : bench_job_args(bench, &project->jobs.at[0]);
}

const char *bench_dump(struct bench *bench, const struct project *project)
{
    struct strbuf out;
    strbuf_init(&out, bench->arena);
    project_write(&out, project);
    struct strbuf rest;
    strbuf_init(&rest, bench->arena);
    for (const char *line = out.text; *line != '\0';) {
        size_t len = strcspn(line, "\n") + 1;
        static const char library[] = "  arg -nostdinc++\n  arg -isystem\n  arg /usr/lib/gcc/";
        if (strncmp(line, library, sizeof library - 1) == 0) {
            for (int i = 0; i < 7; i++) {
                line += strcspn(line, "\n") + 1;
            }
            continue;
        }
        strbuf_add(&rest, line, len);
        line += len;
    }
    return rest.text;
}

const char *bench_module(struct bench *bench, const struct project *project, const char *name)
{
    for (uint32_t i = 0; i < project->modules.n; i++) {
        const struct module *module = &project->modules.at[i];
        if (strcmp(module->name, name) != 0) {
            continue;
        }
        struct strbuf out;
        strbuf_init(&out, bench->arena);
        for (uint32_t k = 0; k < module->jobs.n; k++) {
            const char *file = project->jobs.at[module->jobs.at[k]].file;
            strbuf_printf(&out, "%s%s", k > 0 ? " " : "", path_relative(file, project->root));
        }
        return out.text;
    }
    return NULL;
}

bool bench_said(const struct bench *bench, const char *text)
{
    return strstr(bench->messages.text, text) != NULL;
}
