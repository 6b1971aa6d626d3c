/* view.h - what all formats show alike: file names, words for roots and cuts. */
#ifndef DLL_REPORT_VIEW_H
#define DLL_REPORT_VIEW_H

#include "report/report.h"
#include "report/source.h"

/* Returns true if the file lies below the source root. */
bool view_in_project(const struct report_data *data, const struct place *place);

/* Returns the file as reports show it: relative to the source root, with '/'; a system header as
 * "<winbase.h>", so that no output depends on where headers are installed; else as it is. */
const char *view_file(struct arena *arena, const struct report_data *data,
                      const struct place *place);

/* Returns who calls a root of that kind, as a sentence's beginning: "The loader calls". */
const char *view_root_caller(const char *kind);

/* Returns the page that a finding's rule rests on: the API's own, else the rule's; NULL: none. */
const char *view_source(struct arena *arena, const struct finding *finding);

/* What is said of cuts of one kind. */
struct view_cut {
    const char *kind;    /* as in struct cut; NULL: any other */
    const char *id;      /* of the SARIF notification */
    const char *name;    /* of it */
    const char *one;     /* "call through a pointer was not followed" */
    const char *many;    /* "calls through pointers were not followed" */
    const char *meaning; /* what it means for the findings */
    const char *help;    /* what the user can do */
    enum level level;    /* of the notification */
};

/* All kinds; the last one, for kinds that are not in the table, has kind NULL. */
extern const struct view_cut view_cuts[];

/* Returns the index into view_cuts for a kind. */
uint32_t view_cut_index(const char *kind);

/* Returns the number of findings that are suppressed. */
uint32_t view_n_suppressed(const struct report_data *data);

#endif
