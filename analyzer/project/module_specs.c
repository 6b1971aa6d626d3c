/*
 * module_specs.c - matches declared globs with the sources.
 *
 * A glob is compared with the path below the source root, or with the whole path if it is absolute;
 * `*` also matches slashes.  A name without `=` is a filter of the report, not a declaration.
 */
#include "project/module_specs.h"

#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "project/modules.h"

/* Adds the jobs that match a glob to the draft; returns false if there are none. */
static bool add_matches(struct loader *loader, struct module_draft *draft, const char *glob)
{
    const struct project *project = loader->project;
    uint32_t n_before = draft->jobs.n;
    const char *clean = path_normalize(loader->scratch, glob);
    for (uint32_t i = 0; i < project->jobs.n; i++) {
        const char *file = project->jobs.at[i].file;
        const char *name = path_is_absolute(clean) ? file : path_relative(file, project->root);
        if (text_glob(clean, name)) {
            module_draft_add(loader, draft, i);
        }
    }
    return draft->jobs.n > n_before;
}

static bool is_declared(const struct project *project, const char *name)
{
    for (uint32_t i = 0; i < project->modules.n; i++) {
        if (strcmp(project->modules.at[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool add_spec(struct loader *loader, const char *spec, const char *equals)
{
    struct module_draft draft = {
        .name = arena_strndup(loader->scratch, spec, (size_t)(equals - spec)),
        .kind = MODULE_DLL,
    };
    if (*draft.name == '\0') {
        diag_error(loader->diag, NULL, "--module %s: expected a name in front of '='", spec);
        return false;
    }
    if (is_declared(loader->project, draft.name)) {
        diag_error(loader->diag, NULL, "--module %s: \"%s\" is declared twice", spec, draft.name);
        return false;
    }
    for (const char *p = equals + 1; *p != '\0';) {
        size_t len = strcspn(p, ",");
        const char *glob = arena_strndup(loader->scratch, p, len);
        if (len > 0 && !add_matches(loader, &draft, glob)) {
            diag_warning(loader->diag, NULL, "--module %s: no source matches \"%s\"", spec, glob);
        }
        p += len + (p[len] == ',' ? 1 : 0);
    }
    if (draft.jobs.n == 0) {
        diag_error(loader->diag, NULL,
                   "--module %s: the module has no source; globs are relative to \"%s\"", spec,
                   loader->project->root);
        return false;
    }
    module_draft_finish(loader, &draft);
    return true;
}

bool module_specs_add(struct loader *loader)
{
    const struct project_request *request = loader->request;
    for (uint32_t i = 0; i < request->n_module_specs; i++) {
        const char *spec = request->module_specs[i];
        const char *equals = strchr(spec, '=');
        if (equals != NULL && !add_spec(loader, spec, equals)) {
            return false;
        }
    }
    return true;
}
