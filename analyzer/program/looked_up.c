/*
 * looked_up.c - functions that are looked up by name, whatever the moment.
 *
 * Takes slots with the texts they may hold, and the module's calls; adds to slots the names of the
 * functions that look-ups store there, each with the kind of module it was looked up in.  Where a
 * helper or a constructor is handed the module, the name or the place to store to, each of its
 * calls is a look-up of its own.  A table whose entries hold names and addresses gives each address
 * its own name.  What cannot be named leaves the slot with something unknown.
 *
 * It does not know in which order things happen: the walk asks slots only where it has no value.
 */
#include <string.h>

#include "program/internal.h"

enum { MOST_LOOKUPS = 4096, DEEPEST_HELPER = 4 };

/* ---- what a look-up is made of ---- */

/* A name: of a function, or of a DLL. */
struct term {
    enum { TERM_UNKNOWN, TERM_TEXT, TERM_PARAM, TERM_PLACE } kind;
    const char *text;
    uint32_t param;
    uint32_t unit; /* TERM_PLACE: what this expression holds */
    node_id node;
};

/* A module: known by its kind, handed over, or made by an API from a name. */
struct module_term {
    enum { MODULE_IS, MODULE_PARAM, MODULE_MADE } kind;
    enum dll_kind is;
    uint32_t param;
    uint32_t unit; /* MODULE_MADE: the API's call */
    node_id call;
    struct known_api api;
    struct term name;
};

/* One look-up, as its function sees it. */
struct lookup {
    fn_id fn;
    struct term name;
    struct module_term module;
    struct destination to;
    uint32_t depth;
};

/* What the search works on. */
struct search {
    struct arena *arena; /* the program's */
    struct arena *scratch;
    struct program *program;
    struct call_sites *sites;
    VEC(struct lookup) lookups; /* a queue */
};

static struct term term_of(const struct search *s, fn_id fn, uint32_t u, node_id node)
{
    const struct unit *unit = s->program->units.at[u];
    const struct node *n = &unit->nodes.at[node.i];
    struct term term = {.text = program_fixed_text(s->program, u, node)};
    if (term.text != NULL) {
        term.kind = TERM_TEXT;
        return term;
    }
    if (n->kind == NODE_INT && n->value > 0 && n->value <= UINT16_MAX) {
        term.kind = TERM_TEXT;
        term.text = arena_printf(s->arena, "ordinal %d", (int)n->value);
        return term;
    }
    if (n->kind == NODE_REF) {
        term.param = program_param(s->program, fn, n->sym);
        if (term.param < MOST_PARAMETERS) {
            term.kind = TERM_PARAM;
            return term;
        }
    }
    if (n->kind == NODE_REF || n->kind == NODE_FIELD || n->kind == NODE_INDEX ||
        n->kind == NODE_DEREF) {
        term.kind = TERM_PLACE;
        term.unit = u;
        term.node = node;
    }
    return term;
}

static const struct slot *slot_of_term(const struct search *s, const struct term *term)
{
    return &s->program->slots.at[program_slot(s->program, term->unit, term->node).i];
}

/* What the API's entry for this text (NULL: not known) returns. */
static const struct api *choose(const struct search *s, const struct module_term *made,
                                const char *text)
{
    enum { MOST_ARGUMENTS = 16, ANY_PHASE = (1 << PHASES) - 1 };
    const struct unit *unit = s->program->units.at[made->unit];
    struct api_argument arguments[MOST_ARGUMENTS] = {0};
    uint32_t n = 0;
    node_id a = unit->nodes.at[unit->nodes.at[made->call.i].first.i].next;
    for (; a.i != 0 && n < MOST_ARGUMENTS; a = unit->nodes.at[a.i].next) {
        arguments[n] = program_literal_argument(s->program, made->unit, a);
        arguments[n].text = arguments[n].is_number ? NULL : text;
        n++;
    }
    program_note_linked(s->program, &made->api, arguments, n);
    return packs_choose(made->api.first, made->api.n, ANY_PHASE,
                        &(struct api_call){arguments, n, NULL});
}

/* The word for what the API makes of one of the texts that the name can be. */
static const char *origin_of(const struct search *s, const struct module_term *made)
{
    const struct api *api = NULL;
    const struct slot *slot = slot_of_term(s, &made->name);
    bool several = made->name.kind == TERM_PLACE && !slot->more_texts && slot->texts.n > 0;
    if (!several) {
        api = choose(s, made, made->name.kind == TERM_TEXT ? made->name.text : NULL);
        return api == NULL ? NULL : api->returns;
    }
    const char *origin = NULL;
    for (uint32_t i = 0; i < slot->texts.n; i++) {
        api = choose(s, made, slot->texts.at[i]);
        if (api == NULL || (origin != NULL && strcmp(origin, api->returns) != 0)) {
            return NULL;
        }
        origin = api->returns;
    }
    return origin;
}

/* The first argument of an API's call that conditions on texts ask for, as a term. */
static struct term text_argument(const struct search *s, const struct call_site *site)
{
    for (uint32_t e = 0; e < site->api.n; e++) {
        const struct api *api = &site->api.first[e];
        for (uint32_t i = 0; i < api->conditions.n; i++) {
            const struct condition *condition = &api->conditions.at[i];
            if (condition->kind == CONDITION_STRING) {
                node_id argument = call_site_argument(s->program, site, condition->param);
                return term_of(s, site->caller, site->unit, argument);
            }
        }
    }
    return (struct term){0};
}

static struct module_term module_made(const struct search *s, const struct call_site *site)
{
    return (struct module_term){.kind = MODULE_MADE,
                                .unit = site->unit,
                                .call = site->node,
                                .api = site->api,
                                .name = text_argument(s, site)};
}

/* True if some entry of the API gives a module. */
static bool makes_module(const struct known_api *known)
{
    for (uint32_t e = 0; e < known->n; e++) {
        if (packs_dll_kind(known->first[e].returns) != DLL_UNKNOWN) {
            return true;
        }
    }
    return false;
}

/* The only call of an API whose result is stored in the slot, NULL if there are several or none. */
static const struct call_site *maker_of(const struct search *s, slot_id slot)
{
    const struct call_site *found = NULL;
    for (uint32_t i = s->sites->first[0]; i != 0; i = s->sites->list.at[i].next) {
        const struct call_site *site = &s->sites->list.at[i];
        if (site->to.kind == TO_SLOT && site->to.slot.i == slot.i) {
            if (found != NULL) {
                return NULL;
            }
            found = site;
        }
    }
    return found;
}

static const struct call_site *site_at(const struct search *s, uint32_t unit, node_id node)
{
    for (uint32_t i = s->sites->first[0]; i != 0; i = s->sites->list.at[i].next) {
        const struct call_site *site = &s->sites->list.at[i];
        if (site->unit == unit && site->node.i == node.i) {
            return site;
        }
    }
    return NULL;
}

static struct module_term module_of(const struct search *s, fn_id fn, uint32_t u, node_id node)
{
    const struct unit *unit = s->program->units.at[u];
    const struct node *n = &unit->nodes.at[node.i];
    while (n->kind == NODE_ASSIGN) {
        node = unit->nodes.at[n->first.i].next;
        n = &unit->nodes.at[node.i];
    }
    struct module_term module = {.kind = MODULE_IS};
    if (n->kind == NODE_REF) {
        module.param = program_param(s->program, fn, n->sym);
        module.kind = module.param < MOST_PARAMETERS ? MODULE_PARAM : MODULE_IS;
    }
    if (module.kind == MODULE_PARAM) {
        return module;
    }
    slot_id slot = program_slot(s->program, u, node);
    const struct call_site *made = site_at(s, u, node);
    if (made == NULL && slot.i != 0) {
        made = maker_of(s, slot);
    }
    if (made != NULL && makes_module(&made->api)) {
        bool outside = made->caller.i != fn.i; /* its parameters are not ours */
        struct module_term term = module_made(s, made);
        if (!outside || term.name.kind != TERM_PARAM) {
            return term;
        }
    }
    module.is = packs_dll_kind(program_origin(s->program, u, node));
    return module;
}

/* ---- from look-ups to names ---- */

static bool needs_caller(const struct lookup *l)
{
    return l->name.kind == TERM_PARAM || l->module.kind == MODULE_PARAM ||
           (l->module.kind == MODULE_MADE && l->module.name.kind == TERM_PARAM) ||
           l->to.kind == TO_POINTEE;
}

static enum dll_kind kind_of(const struct search *s, const struct module_term *module)
{
    return module->kind == MODULE_MADE ? packs_dll_kind(origin_of(s, module))
           : module->kind == MODULE_IS ? module->is
                                       : DLL_UNKNOWN;
}

static void add_to(struct search *s, slot_id to, const char *name, enum dll_kind module)
{
    if (to.i != 0) {
        (void)slot_add_name(s->arena, &s->program->slots.at[to.i],
                            (struct looked_up){name, module});
    }
}

/* The value of a field in an entry of a table; 0: none. */
static node_id entry_field(const struct search *s, const struct table_entry *entry, uint32_t key)
{
    const struct unit *unit = s->program->units.at[entry->unit];
    for (node_id e = unit->nodes.at[entry->list.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
        const struct node *n = &unit->nodes.at[e.i];
        if (n->kind == NODE_INIT_FIELD && s->program->key_of[entry->unit][n->sym.i] == key) {
            return n->first;
        }
    }
    return (node_id){0};
}

/* Gives each address in a table the name that stands beside it. */
static void name_entries(struct search *s, const struct lookup *l, enum dll_kind module)
{
    const struct node *name = program_node(s->program, l->name.unit, l->name.node);
    if (l->name.kind != TERM_PLACE || name->kind != NODE_FIELD) {
        return;
    }
    uint32_t key = s->program->key_of[l->name.unit][name->sym.i];
    for (uint32_t i = 0; i < s->sites->entries.n; i++) {
        const struct table_entry *entry = &s->sites->entries.at[i];
        node_id text_node = entry_field(s, entry, key);
        node_id address = entry_field(s, entry, l->to.key);
        const char *text =
            text_node.i == 0 ? NULL : program_fixed_text(s->program, entry->unit, text_node);
        if (text != NULL && address.i != 0) {
            add_to(s, program_slot(s->program, entry->unit, address), text, module);
        }
    }
}

/* Adds what a look-up that needs nobody's arguments can find. */
static void finish(struct search *s, const struct lookup *l)
{
    enum dll_kind module = kind_of(s, &l->module);
    slot_id to = l->to.slot;
    if (l->to.kind == TO_TABLE) {
        name_entries(s, l, module);
        return;
    }
    if (l->to.kind == TO_RESULT) {
        to = s->program->result_of[l->fn.i];
    }
    if (to.i == 0 || l->to.kind == TO_POINTEE || l->to.kind == TO_NOTHING) {
        return;
    }
    if (l->name.kind == TERM_TEXT) {
        add_to(s, to, l->name.text, module);
        return;
    }
    const struct slot *slot = slot_of_term(s, &l->name);
    bool known = l->name.kind == TERM_PLACE && slot->texts.n > 0 && !slot->more_texts;
    for (uint32_t i = 0; known && i < slot->texts.n; i++) {
        add_to(s, to, slot->texts.at[i], module);
    }
    s->program->slots.at[to.i].other |= !known || slot->other;
}

/* A local that is returned, or stored where a parameter points, stands for that place. */
static struct destination beyond(const struct search *s, fn_id fn, struct destination to)
{
    if (to.kind != TO_SLOT || fn.i == 0) {
        return to;
    }
    const struct program_function *function = &s->program->functions.at[fn.i];
    const struct slot *slot = &s->program->slots.at[to.slot.i];
    for (uint32_t i = 0; i < slot->flows_to.n; i++) {
        slot_id next = slot->flows_to.at[i];
        if (next.i == s->program->result_of[fn.i].i) {
            return (struct destination){.kind = TO_RESULT};
        }
        for (uint32_t p = 0; function->function != NULL && p < function->function->n_params; p++) {
            sym_id param = s->program->units.at[function->unit]
                               ->params.at[function->function->first_param + p];
            if (s->program->slot_of[function->unit][param.i].i == next.i) {
                return (struct destination){.kind = TO_POINTEE, .param = p};
            }
        }
    }
    return to;
}

/* Where `*argument = ...` in the callee stores to. */
static struct destination pointee_of(const struct search *s, const struct call_site *site,
                                     node_id argument)
{
    const struct node *n = program_node(s->program, site->unit, argument);
    if (n->kind == NODE_REF) {
        uint32_t param = program_param(s->program, site->caller, n->sym);
        if (param < MOST_PARAMETERS) {
            return (struct destination){.kind = TO_POINTEE, .param = param};
        }
    }
    slot_id slot = program_slot(s->program, site->unit, argument);
    return (struct destination){.kind = slot.i == 0 ? TO_NOTHING : TO_SLOT, .slot = slot};
}

/* The look-up as one caller of its function sees it. */
static struct lookup as_called(const struct search *s, const struct lookup *l,
                               const struct call_site *site)
{
    struct lookup next = *l;
    const struct program *program = s->program;
    next.fn = site->caller;
    next.depth++;
    if (l->name.kind == TERM_PARAM) {
        next.name =
            term_of(s, site->caller, site->unit, call_site_argument(program, site, l->name.param));
    }
    if (l->module.kind == MODULE_PARAM) {
        next.module = module_of(s, site->caller, site->unit,
                                call_site_argument(program, site, l->module.param));
    } else if (l->module.kind == MODULE_MADE && l->module.name.kind == TERM_PARAM) {
        next.module.name = term_of(s, site->caller, site->unit,
                                   call_site_argument(program, site, l->module.name.param));
    }
    if (l->to.kind == TO_RESULT) {
        next.to = site->to;
    } else if (l->to.kind == TO_POINTEE) {
        next.to = pointee_of(s, site, call_site_argument(program, site, l->to.param));
    }
    return next;
}

static void resolve(struct search *s, struct lookup l)
{
    uint32_t first = l.fn.i == 0 ? 0 : s->sites->first[l.fn.i];
    bool asks = needs_caller(&l);
    if (asks) {
        l.to = beyond(s, l.fn, l.to);
    }
    if (!asks || first == 0 || l.depth >= DEEPEST_HELPER) {
        finish(s, &l);
        return;
    }
    for (uint32_t i = first; i != 0 && s->lookups.n < MOST_LOOKUPS; i = s->sites->list.at[i].next) {
        struct lookup next = as_called(s, &l, &s->sites->list.at[i]);
        VEC_PUSH(s->scratch, &s->lookups, next);
    }
}

/* ---- the calls of APIs ---- */

bool looked_up_later(const struct known_api *known, const struct api_argument *arguments,
                     uint32_t n)
{
    for (uint32_t e = 0; e < known->n; e++) {
        const struct api *api = &known->first[e];
        if (api_looks_up(api)) {
            return true;
        }
        for (uint32_t i = 0; i < api->conditions.n && api->returns[0] != '\0'; i++) {
            const struct condition *condition = &api->conditions.at[i];
            if (condition->kind == CONDITION_STRING && condition->param < n &&
                arguments[condition->param].text == NULL &&
                !arguments[condition->param].is_number) {
                return true;
            }
        }
    }
    return false;
}

/* Adds the modules that APIs make, where texts decide or an argument says where to store them. */
static void add_modules(struct search *s)
{
    for (uint32_t i = s->sites->first[0]; i != 0; i = s->sites->list.at[i].next) {
        const struct call_site *site = &s->sites->list.at[i];
        const struct api *api = site->api.first;
        struct destination to = site->to;
        if (!makes_module(&site->api)) {
            continue;
        }
        if (api->has_out) {
            to = pointee_of(s, site, call_site_argument(s->program, site, api->out));
        }
        slot_id slot = to.kind == TO_SLOT     ? to.slot
                       : to.kind == TO_RESULT ? s->program->result_of[site->caller.i]
                                              : (slot_id){0};
        struct module_term made = module_made(s, site);
        if (made.name.kind == TERM_PARAM) { /* whatever its callers hand over */
            const struct node *call = program_node(s->program, site->unit, site->node);
            made.name = (struct term){.kind = TERM_PLACE, .unit = site->unit};
            made.name.node = program_node(s->program, site->unit, call->first)->next;
        }
        if (slot.i != 0) {
            (void)slot_add_origin(&s->program->slots.at[slot.i], origin_of(s, &made));
        }
    }
}

static void add_lookups(struct search *s)
{
    for (uint32_t i = s->sites->first[0]; i != 0; i = s->sites->list.at[i].next) {
        const struct call_site *site = &s->sites->list.at[i];
        if (!api_looks_up(site->api.first)) {
            continue;
        }
        node_id module = call_site_argument(s->program, site, 0);
        node_id name = call_site_argument(s->program, site, 1);
        struct lookup l = {.fn = site->caller,
                           .name = term_of(s, site->caller, site->unit, name),
                           .module = module_of(s, site->caller, site->unit, module),
                           .to = site->to};
        VEC_PUSH(s->scratch, &s->lookups, l);
    }
}

void program_find_looked_up(struct arena *arena, struct program *program)
{
    struct search s = {.arena = arena, .program = program, .scratch = arena_create()};
    s.sites = program_call_sites(s.scratch, program);
    add_modules(&s);
    program_propagate_slots(arena, program);
    add_lookups(&s);
    for (uint32_t i = 0; i < s.lookups.n; i++) {
        resolve(&s, s.lookups.at[i]);
    }
    program_propagate_slots(arena, program);
    arena_destroy(s.scratch);
}
