/*
 * config_write.c - --dump-config: what counts, as a configuration.
 *
 * What configurations are extended is told as one: lists go on, single values are those that count.
 */
#include "cli/config.h"

#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "cli/options_table.h"

/* Writes a value as it was read. */
static void write_value(struct json_writer *to, const struct json *value)
{
    switch (value->kind) {
    case JSON_NULL:
        json_write_null(to, value->key);
        return;
    case JSON_BOOL:
        json_write_bool(to, value->key, value->boolean);
        return;
    case JSON_NUMBER:
        json_write_integer(to, value->key, (int64_t)value->number);
        return;
    case JSON_STRING:
        json_write_string(to, value->key, value->string);
        return;
    case JSON_ARRAY:
        json_open_array(to, value->key);
        break;
    case JSON_OBJECT:
        json_open_object(to, value->key);
        break;
    }
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        write_value(to, child);
    }
    json_close(to);
}

static void write_list(struct json_writer *to, const char *key, const char *const *at, uint32_t n)
{
    if (n == 0) {
        return;
    }
    json_open_array(to, key);
    for (uint32_t i = 0; i < n; i++) {
        json_write_string(to, NULL, at[i]);
    }
    json_close(to);
}

/* Writes the globs of --rules, one by one. */
static void write_rules(struct json_writer *to, struct arena *arena, const char *rules)
{
    static const char between[] = ", \t";
    if (rules == NULL) {
        return;
    }
    json_open_array(to, "rules");
    for (const char *at = rules + strspn(rules, between); *at != '\0'; at += strspn(at, between)) {
        size_t len = strcspn(at, between);
        json_write_string(to, NULL, arena_strndup(arena, at, len));
        at += len;
    }
    json_close(to);
}

/* Appends the packs that configurations name, what counts more later. */
static void collect_packs(struct arena *arena, const struct packs_own *own,
                          struct option_list *packs)
{
    for (uint32_t i = 0; i < own->n_bases; i++) {
        collect_packs(arena, own->bases[i], packs);
    }
    for (uint32_t i = 0; i < own->n_packs; i++) {
        VEC_PUSH(arena, packs, own->packs[i]);
    }
}

/* The arrays of a configuration that are handed to packs/. */
enum { PART_LEVELS, PART_EFFECTS, PART_WRAPPERS, PART_ROOTS, PART_POLICY, PARTS };

static const char *const part_keys[PARTS] = {"levels", "effects", "wrappers", "roots", "policy"};

/* Writes the elements of one of the arrays, of what is extended first. */
static void write_part(struct json_writer *to, const struct packs_own *own, int part, bool *open)
{
    const struct json *const parts[PARTS] = {own->levels, own->effects, own->wrappers, own->roots,
                                             own->policy};
    for (uint32_t i = 0; i < own->n_bases; i++) {
        write_part(to, own->bases[i], part, open);
    }
    if (parts[part] != NULL && !*open) {
        json_open_array(to, part_keys[part]);
        *open = true;
    }
    const struct json *value = parts[part] == NULL ? NULL : parts[part]->first;
    for (; value != NULL; value = value->next) {
        write_value(to, value);
    }
}

static void write_option(struct json_writer *to, const struct option *option,
                         const struct options *options)
{
    const void *field = (const char *)options + option->offset;
    const struct option_list *list = field;
    switch (option->kind) {
    case OPTION_FLAG:
        json_write_bool(to, option->config, *(const bool *)field);
        break;
    case OPTION_NUMBER:
        json_write_integer(to, option->config, *(const uint32_t *)field);
        break;
    case OPTION_LIST:
        write_list(to, option->config, list->at, list->n);
        break;
    case OPTION_FAIL_ON:
    case OPTION_COLOUR:
        json_write_string(to, option->config, options_get_word(options, option));
        break;
    default:
        if (*(const char *const *)field != NULL) {
            json_write_string(to, option->config, *(const char *const *)field);
        }
        break;
    }
}

void config_write(struct strbuf *out, const struct options *options)
{
    struct option_list packs = {0};
    struct json_writer to;
    json_writer_init(&to, out);
    json_open_object(&to, NULL);
    write_rules(&to, out->arena, options->rules);
    if (options->own != NULL) {
        collect_packs(out->arena, options->own, &packs);
    }
    for (uint32_t i = 0; i < options->rules_folders.n; i++) {
        VEC_PUSH(out->arena, &packs, options->rules_folders.at[i]);
    }
    write_list(&to, "packs", packs.at, packs.n);
    for (int part = 0; part < PARTS && options->own != NULL; part++) {
        bool open = false;
        write_part(&to, options->own, part, &open);
        if (open) {
            json_close(&to);
        }
    }
    json_open_object(&to, "options");
    for (size_t i = 0; i < options_table_n; i++) {
        if (options_table[i].config != NULL) {
            write_option(&to, &options_table[i], options);
        }
    }
    json_close(&to);
    json_close(&to);
}
