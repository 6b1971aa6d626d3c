/*
 * names.c - the texts and the looked-up functions that slots may hold.
 *
 * Adds them, a few of each and each once, and answers what an expression must be by them.  Where
 * they come from is known to pointers.c (texts) and looked_up.c (names).
 */
#include <string.h>

#include "program/internal.h"

enum { MOST_TEXTS = 16, MOST_NAMES = 64 };

bool slot_add_origin(struct slot *slot, const char *origin)
{
    if (origin == NULL || origin[0] == '\0' || slot->mixed) {
        return false;
    }
    if (slot->origin == NULL) {
        slot->origin = origin;
        return true;
    }
    slot->mixed = strcmp(slot->origin, origin) != 0;
    return slot->mixed;
}

bool slot_add_text(struct arena *arena, struct slot *slot, const char *text)
{
    for (uint32_t i = 0; i < slot->texts.n; i++) {
        if (strcmp(slot->texts.at[i], text) == 0) {
            return false;
        }
    }
    if (slot->texts.n >= MOST_TEXTS) {
        bool changed = !slot->more_texts;
        slot->more_texts = true;
        return changed;
    }
    VEC_PUSH(arena, &slot->texts, text);
    return true;
}

bool slot_add_name(struct arena *arena, struct slot *slot, struct looked_up name)
{
    for (uint32_t i = 0; i < slot->names.n; i++) {
        struct looked_up *known = &slot->names.at[i];
        if (strcmp(known->name, name.name) == 0) {
            bool changed = known->dll != name.dll && known->dll != DLL_UNKNOWN;
            known->dll = changed ? DLL_UNKNOWN : known->dll;
            return changed;
        }
    }
    if (slot->names.n >= MOST_NAMES) {
        bool changed = !slot->other;
        slot->other = true;
        return changed;
    }
    VEC_PUSH(arena, &slot->names, name);
    return true;
}

bool slot_include_names(struct arena *arena, struct slot *to, const struct slot *from)
{
    bool changed = from->more_texts && !to->more_texts;
    to->more_texts |= from->more_texts;
    for (uint32_t i = 0; i < from->texts.n; i++) {
        changed |= slot_add_text(arena, to, from->texts.at[i]);
    }
    for (uint32_t i = 0; i < from->names.n; i++) {
        changed |= slot_add_name(arena, to, from->names.at[i]);
    }
    return changed;
}

const char *program_fixed_text(const struct program *program, uint32_t u, node_id node)
{
    const struct unit *unit = program->units.at[u];
    const struct node *n = &unit->nodes.at[node.i];
    if (n->kind == NODE_STRING) {
        return n->text == NULL ? "" : n->text;
    }
    uint32_t array = SYMBOL_CONST | SYMBOL_RECORD_VALUE;
    const struct symbol *symbol = &unit->symbols.at[n->sym.i];
    if (n->kind != NODE_REF || symbol->kind != SYMBOL_GLOBAL || (symbol->flags & array) != array) {
        return NULL;
    }
    for (uint32_t g = 0; g < unit->globals.n; g++) {
        const struct global *global = &unit->globals.at[g];
        if (global->sym.i == n->sym.i && unit->nodes.at[global->init.i].kind == NODE_STRING) {
            return unit->nodes.at[global->init.i].text;
        }
    }
    return NULL;
}

const char *program_text(const struct program *program, uint32_t unit, node_id node)
{
    const struct slot *slot = &program->slots.at[program_slot(program, unit, node).i];
    bool only = slot->texts.n == 1 && !slot->more_texts && !slot->other &&
                slot->functions.n + slot->externals.n == 0 && slot->origin == NULL;
    return only ? slot->texts.at[0] : NULL;
}

/* The initialiser of an element of a global table; 0: not known. */
static node_id entry_of(const struct unit *unit, sym_id table, int64_t wanted)
{
    node_id list = {0};
    for (uint32_t g = 0; g < unit->globals.n; g++) {
        bool same = unit->globals.at[g].sym.i == table.i && unit->globals.at[g].init.i != 0;
        list = same ? unit->globals.at[g].init : list;
    }
    int64_t index = 0;
    for (node_id e = unit->nodes.at[list.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
        const struct node *n = &unit->nodes.at[e.i];
        bool indexed = n->kind == NODE_INIT_INDEX;
        index = indexed ? n->value : index;
        if (index == wanted) {
            return indexed ? n->first : e;
        }
        index++;
    }
    return (node_id){0};
}

const struct looked_up *program_entry_name(const struct program *program, uint32_t u, node_id node)
{
    const struct unit *unit = program->units.at[u];
    const struct slot *slot = &program->slots.at[program_slot(program, u, node).i];
    const struct node *element = &unit->nodes.at[unit->nodes.at[node.i].first.i];
    const struct node *table = &unit->nodes.at[element->first.i];
    const struct node *index = &unit->nodes.at[table->next.i];
    if (unit->nodes.at[node.i].kind != NODE_FIELD || element->kind != NODE_INDEX ||
        table->kind != NODE_REF || index->kind != NODE_INT) {
        return NULL;
    }
    node_id entry = entry_of(unit, table->sym, index->value);
    for (node_id e = unit->nodes.at[entry.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
        const char *text = program_fixed_text(program, u, unit->nodes.at[e.i].first);
        for (uint32_t i = 0; text != NULL && i < slot->names.n; i++) {
            if (strcmp(slot->names.at[i].name, text) == 0) {
                return &slot->names.at[i];
            }
        }
    }
    return NULL;
}
