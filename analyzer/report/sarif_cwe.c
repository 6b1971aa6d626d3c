/*
 * sarif_cwe.c - the weaknesses (CWE) that rules are instances of: tags, relationships, the
 * taxonomy.
 *
 * Takes the ids that rules name.  Their names are CWE's own (cwe.mitre.org); an id that the table
 * lacks is its own name.  The taxonomy holds what the run's rules name, in the order of numbers.
 */
#include "report/sarif_writer.h"

#include <stdlib.h>
#include <string.h>

/* A weakness with the name that CWE gives it. */
struct weakness {
    const char *id;
    const char *name;
};

static const struct weakness weaknesses[] = {
    {"CWE-248", "Uncaught Exception"},
    {"CWE-362", "Concurrent Execution using Shared Resource with Improper Synchronization"},
    {"CWE-404", "Improper Resource Shutdown or Release"},
    {"CWE-416", "Use After Free"},
    {"CWE-427", "Uncontrolled Search Path Element"},
    {"CWE-667", "Improper Locking"},
    {"CWE-672", "Operation on a Resource after Expiration or Release"},
    {"CWE-696", "Incorrect Behavior Order"},
    {"CWE-772", "Missing Release of Resource after Effective Lifetime"},
    {"CWE-825", "Expired Pointer Dereference"},
    {"CWE-833", "Deadlock"},
    {"CWE-908", "Use of Uninitialized Resource"},
};

static const char *number_of(const char *id)
{
    const char *dash = strchr(id, '-');
    return dash == NULL ? id : dash + 1;
}

static const char *name_of(const char *id)
{
    for (size_t i = 0; i < sizeof weaknesses / sizeof *weaknesses; i++) {
        if (strcmp(weaknesses[i].id, id) == 0) {
            return weaknesses[i].name;
        }
    }
    return id;
}

static int compare_ids(const void *left, const void *right)
{
    const char *a = number_of(*(const char *const *)left);
    const char *b = number_of(*(const char *const *)right);
    int lengths = (strlen(a) > strlen(b)) - (strlen(a) < strlen(b));
    return lengths != 0 ? lengths : strcmp(a, b);
}

void sarif_collect_weaknesses(struct sarif *sarif)
{
    struct strmap *seen = strmap_create(sarif->scratch);
    for (uint32_t i = 0; i < sarif->rules.n; i++) {
        const struct rule *rule = sarif->rules.at[i];
        for (uint32_t k = 0; k < rule->cwe.n; k++) {
            if (!strmap_get(seen, rule->cwe.at[k], NULL)) {
                strmap_put(seen, rule->cwe.at[k], 1);
                VEC_PUSH(sarif->scratch, &sarif->weaknesses, rule->cwe.at[k]);
            }
        }
    }
    if (sarif->weaknesses.n > 0) {
        qsort(sarif->weaknesses.at, sarif->weaknesses.n, sizeof *sarif->weaknesses.at, compare_ids);
    }
}

void sarif_write_weakness_tags(struct sarif *sarif, const struct rule *rule)
{
    for (uint32_t i = 0; i < rule->cwe.n; i++) {
        const char *number = number_of(rule->cwe.at[i]);
        json_write_string(&sarif->to, NULL,
                          arena_printf(sarif->scratch, "external/cwe/cwe-%s", number));
        json_write_string(&sarif->to, NULL, rule->cwe.at[i]);
    }
}

static uint32_t index_of(const struct sarif *sarif, const char *id)
{
    uint32_t i = 0;
    while (i < sarif->weaknesses.n && strcmp(sarif->weaknesses.at[i], id) != 0) {
        i++;
    }
    return i;
}

static void write_relationship(struct sarif *sarif, const char *id)
{
    struct json_writer *to = &sarif->to;
    json_open_object(to, NULL);
    json_open_object(to, "target");
    json_write_string(to, "id", id);
    json_write_integer(to, "index", index_of(sarif, id));
    json_open_object(to, "toolComponent");
    json_write_string(to, "name", "CWE");
    json_write_integer(to, "index", 0);
    json_close(to);
    json_close(to);
    json_open_array(to, "kinds");
    json_write_string(to, NULL, "relevant");
    json_close(to);
    json_close(to);
}

void sarif_write_relationships(struct sarif *sarif, const struct rule *rule)
{
    if (rule->cwe.n == 0) {
        return;
    }
    json_open_array(&sarif->to, "relationships");
    for (uint32_t i = 0; i < rule->cwe.n; i++) {
        write_relationship(sarif, rule->cwe.at[i]);
    }
    json_close(&sarif->to);
}

static void write_taxon(struct sarif *sarif, const char *id)
{
    struct json_writer *to = &sarif->to;
    const char *name = name_of(id);
    json_open_object(to, NULL);
    json_write_string(to, "id", id);
    json_write_string(to, "name", name);
    sarif_write_text(sarif, "shortDescription", arena_printf(sarif->scratch, "%s.", name));
    json_write_string(to, "helpUri",
                      arena_printf(sarif->scratch, "https://cwe.mitre.org/data/definitions/%s.html",
                                   number_of(id)));
    sarif_write_level(sarif, LEVEL_ERROR);
    json_close(to);
}

void sarif_write_taxonomies(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    if (sarif->weaknesses.n == 0) {
        return;
    }
    json_open_array(to, "taxonomies");
    json_open_object(to, NULL);
    json_write_string(to, "name", "CWE");
    json_write_string(to, "organization", "MITRE");
    json_write_string(to, "version", "4.14");
    json_write_string(to, "informationUri", "https://cwe.mitre.org/");
    sarif_write_text(sarif, "shortDescription", "The MITRE Common Weakness Enumeration.");
    json_write_bool(to, "isComprehensive", false);
    json_open_array(to, "taxa");
    for (uint32_t i = 0; i < sarif->weaknesses.n; i++) {
        write_taxon(sarif, sarif->weaknesses.at[i]);
    }
    json_close(to);
    json_close(to);
    json_close(to);
}
