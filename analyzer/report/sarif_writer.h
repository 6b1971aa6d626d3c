/* sarif_writer.h - what the parts of the SARIF writer share, inside report/. */
#ifndef DLL_REPORT_SARIF_WRITER_H
#define DLL_REPORT_SARIF_WRITER_H

#include "base/json.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "report/report.h"
#include "report/source.h"

/* Everything that a part needs. */
struct sarif {
    struct json_writer to;
    struct arena *scratch;
    struct sources *sources;
    const struct report_data *data;
    const struct report_options *options;
    struct finding **shown; /* the findings that are results */
    uint32_t n_shown;
    VEC(const struct rule *) rules; /* of the run: those that are on, and those of findings */
    struct strmap *rule_index;      /* id -> index into `rules` */
    VEC(const char *) weaknesses;   /* that these rules name: "CWE-833", by number */
    bool has_outside;               /* a place outside the source root was written */
    struct strmap *artifact_index;  /* absolute names of files of the project -> 1 */
    VEC(const struct place *) artifacts; /* a place in each, as they were written first */
};

/* --- sarif_message.c --- */

/* A message with placeholders, as a rule's `messageStrings` hold it. */
struct sarif_template {
    const char *id;              /* "load-start" */
    const char *text;            /* with {0}, {1}, ... */
    enum placeholder *arguments; /* what each stands for; PLACEHOLDER_NONE: the other sinks */
    uint32_t n_arguments;
};

/* Returns the template of a finding's message. */
struct sarif_template sarif_template_of(struct arena *arena, const struct finding *finding);

/* Returns the template of a rule that has no finding: its message for all its phases. */
struct sarif_template sarif_template_of_rule(struct arena *arena, const struct rule *rule);

/* Writes the result's `message`: text, id, arguments.  The root is a link to related location 1. */
void sarif_write_message(struct sarif *sarif, const struct finding *finding);

/* Writes `key`: {"text": text}. */
void sarif_write_text(struct sarif *sarif, const char *key, const char *text);

/* --- sarif_place.c --- */

/* Writes the members of a `location` for a place: physicalLocation with region and snippet, the
 * text around it if `context`, and the function (NULL: none). */
void sarif_write_location(struct sarif *sarif, const struct place *place, const char *function,
                          bool context);

/* Writes `artifacts`, the files of the project that places name, with their text; nothing unless
 * the user wants it.  Behind all places. */
void sarif_write_artifacts(struct sarif *sarif);

/* Returns the URI of a file as its characters may stand in one. */
const char *sarif_uri(struct arena *arena, const char *path);

/* --- sarif_rules.c --- */

/* Collects the rules of the run, sorted by id. */
void sarif_collect_rules(struct sarif *sarif);

/* Writes `tool` and, where a rule refers to it, `taxonomies`. */
void sarif_write_tool(struct sarif *sarif);

/* Returns the name of a rule at one of its levels: "DLM201/warning". */
const char *sarif_variant(struct arena *arena, const struct rule *rule, enum level level);

/* Writes `defaultConfiguration` with the level. */
void sarif_write_level(struct sarif *sarif, enum level level);

/* --- sarif_cwe.c --- */

/* Collects the weaknesses that the run's rules name. */
void sarif_collect_weaknesses(struct sarif *sarif);

/* Writes the tags of the rule's weaknesses, into an open array. */
void sarif_write_weakness_tags(struct sarif *sarif, const struct rule *rule);

/* Writes the rule's `relationships` with the taxonomy; nothing if it names no weakness. */
void sarif_write_relationships(struct sarif *sarif, const struct rule *rule);

/* Writes `taxonomies`: the weaknesses of the run; nothing if there are none. */
void sarif_write_taxonomies(struct sarif *sarif);

/* --- sarif_result.c --- */

/* Writes one result. */
void sarif_write_result(struct sarif *sarif, const struct finding *finding);

#endif
