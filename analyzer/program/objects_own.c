/*
 * objects_own.c - what unseen code can hand over: no fields of the module's own, and its objects.
 *
 * Fields that only code of the module fills are those of structs that are declared in the project
 * and of which unseen code hands over no pointer, as far as one can see: `struct reader`, which the
 * methods of an object get as an IFoo * and find around it.  Not those of a struct that has one
 * field, which is how C spells an interface that anybody implements; nor pointers to functions, for
 * which the slot of all objects counts already.
 *
 * A function that stands in the tables of interfaces, and is mentioned nowhere else, gets objects
 * that have such a table, whoever calls it.
 */
#include <string.h>

#include "program/objects.h"

static bool is_private(const struct record *record)
{
    return record != NULL && !record->system && record->fields.n > 1;
}

void find_own_fields(struct objects *o, bool *own)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t r = 0; r < unit->records.n; r++) {
            const struct record *record = &unit->records.at[r];
            for (uint32_t i = 0; is_private(record) && i < record->fields.n; i++) {
                sym_id field = record->fields.at[i];
                uint32_t key = o->program->key_of[u][field.i];
                bool function = strstr(unit->symbols.at[field.i].type, "(*") != NULL;
                own[key] = !function;
                o->types[key] = (struct object_type){record, u};
            }
        }
    }
    own[0] = false;
}

/* True unless only code of the module calls the function: by name, or not at all as most of a
 * header's; or through pointers, with what the module makes. */
static bool may_get_foreign(const struct objects *o, uint32_t f, const struct record *record)
{
    const struct program_function *body = &o->program->functions.at[f];
    const struct symbol *symbol = program_symbol(o->program, body->unit, body->sym);
    bool local =
        (symbol->flags & SYMBOL_INTERNAL) != 0 || (body->function->flags & FUNCTION_INLINE) != 0;
    uint32_t first = o->program->key_of[body->unit][record->fields.at[0].i];
    return !local || (o->handed_out[f] > 0 && !o->made[first]);
}

void open_own_fields(struct objects *o, uint32_t f, sym_id param)
{
    uint32_t unit = o->program->functions.at[f].unit;
    const char *type = program_symbol(o->program, unit, param)->type;
    const struct record *record = program_record(o->program, unit, pointee(o->arena, type));
    if (!is_private(record) || !may_get_foreign(o, f, record)) {
        return;
    }
    for (uint32_t i = 0; i < record->fields.n; i++) {
        uint32_t key = o->program->key_of[unit][record->fields.at[i].i];
        if (o->sets->own[key]) {
            sets_open_field(o->sets, key);
        }
    }
}

void note_methods(struct objects *o, uint32_t unit, node_id list, set_id table)
{
    for (node_id e = program_node(o->program, unit, list)->first; e.i != 0;
         e = program_node(o->program, unit, e)->next) {
        const struct node *n = program_node(o->program, unit, e);
        sym_id sym = {0};
        if (n->kind == NODE_INIT_FIELD && n->first.i != 0) {
            sym = function_named(o->program, unit, n->first);
        }
        fn_id fn = o->program->function_of[unit][sym.i];
        if (fn.i != 0 && program_api(o->program, unit, n->sym).n > 0) {
            struct method_entry entry = {table, o->first_method[fn.i]};
            o->first_method[fn.i] = o->methods.n;
            VEC_PUSH(o->arena, &o->methods, entry);
        }
    }
}

void hand_over_self(struct objects *o, uint32_t f, object_id self)
{
    const struct program_function *body = &o->program->functions.at[f];
    const struct unit *unit = o->program->units.at[body->unit];
    sym_id param = unit->params.at[body->function->first_param];
    const char *type = pointee(o->arena, unit->symbols.at[param.i].type);
    const struct record *record = program_record(o->program, body->unit, type);
    uint32_t mentions = 0;
    for (uint32_t m = o->first_method[f]; m != 0; m = o->methods.at[m].next) {
        mentions++;
    }
    if (mentions == 0 || mentions != o->handed_out[f] || record == NULL || record->fields.n == 0) {
        return;
    }
    uint32_t key = o->program->key_of[body->unit][record->fields.at[0].i];
    for (uint32_t m = o->first_method[f]; m != 0; m = o->methods.at[m].next) {
        sets_flow(o->sets, o->methods.at[m].table, sets_content(o->sets, self, key));
    }
}
