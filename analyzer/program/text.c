/* text.c - the linked module as text, for `dump program`. */
#include "program/program.h"

static void write_where(struct strbuf *out, const struct program *program, uint32_t unit,
                        where_id where)
{
    const struct unit *facts = program->units.at[unit];
    if (where.i == 0 || where.i >= facts->wheres.n) {
        strbuf_adds(out, facts->main_file);
        return;
    }
    const struct where *w = &facts->wheres.at[where.i];
    const char *file = w->file < facts->files.n ? facts->files.at[w->file].path : "?";
    strbuf_printf(out, "%s:%u:%u", file, w->line, w->column);
}

static void write_roots(struct strbuf *out, const struct program *program)
{
    for (uint32_t i = 0; i < program->roots.n; i++) {
        const struct program_root *root = &program->roots.at[i];
        strbuf_printf(out, "root %s %s phases", root->kind, root->name);
        for (enum phase phase = 0; phase < PHASES; phase++) {
            if ((root->phases >> phase & 1U) != 0) {
                strbuf_printf(out, " %s", phase_name(phase));
            }
        }
        strbuf_adds(out, " at ");
        write_where(out, program, root->unit, root->where);
        strbuf_addc(out, '\n');
    }
}

static void write_call(struct strbuf *out, const struct program *program, uint32_t unit,
                       const struct node *call)
{
    const struct node *callee = program_node(program, unit, call->first);
    sym_id sym = call->kind == NODE_CALL ? callee->sym : call->sym;
    if (call->kind == NODE_CALL && callee->kind != NODE_REF && callee->kind != NODE_FIELD) {
        sym = (sym_id){0};
    }
    const char *name = sym.i == 0 ? "?" : program_symbol(program, unit, sym)->name;
    bool function = sym.i != 0 && program_symbol(program, unit, sym)->kind <= SYMBOL_DESTRUCTOR;
    fn_id body = function ? program_body(program, unit, sym) : (fn_id){0};
    strbuf_printf(out, "  calls %s ", name);
    if (body.i != 0) {
        strbuf_printf(out, "= fn %u", body.i);
    } else if (sym.i != 0 && program_api(program, unit, sym).n > 0) {
        strbuf_adds(out, "= api");
    } else {
        strbuf_adds(out, function ? "= outside" : "= through a value");
    }
    strbuf_adds(out, " at ");
    write_where(out, program, unit, call->where);
    strbuf_addc(out, '\n');
}

static void write_calls(struct strbuf *out, const struct program *program, uint32_t f)
{
    const struct program_function *function = &program->functions.at[f];
    const struct unit *unit = program->units.at[function->unit];
    struct arena *scratch = arena_create();
    VEC(node_id) stack = {0};
    VEC(node_id) calls = {0};
    VEC_PUSH(scratch, &stack, function->body);
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        const struct node *n = &unit->nodes.at[node.i];
        if (n->kind == NODE_CALL || n->kind == NODE_CONSTRUCT || n->kind == NODE_DESTROY) {
            VEC_PUSH(scratch, &calls, node);
        }
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    for (uint32_t i = calls.n; i > 0; i--) {
        write_call(out, program, function->unit, &unit->nodes.at[calls.at[i - 1].i]);
    }
    arena_destroy(scratch);
}

static void write_functions(struct strbuf *out, const struct program *program)
{
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        strbuf_printf(out, "fn %u %s at ", f, function->name);
        write_where(out, program, function->unit, function->where);
        if (function->decisive != 0) {
            strbuf_printf(out, " decisive %llx", (unsigned long long)function->decisive);
        }
        strbuf_addc(out, '\n');
        write_calls(out, program, f);
    }
}

static void write_names(struct strbuf *out, const struct slot *slot)
{
    static const char *const whose[] = {"?", "loaded", "system", "found"};
    for (uint32_t i = 0; i < slot->names.n; i++) {
        strbuf_printf(out, " \"%s\" (%s)", slot->names.at[i].name, whose[slot->names.at[i].dll]);
    }
}

static void write_slots(struct strbuf *out, const struct program *program)
{
    for (uint32_t s = 1; s < program->n_common_slots; s++) {
        const struct slot *slot = &program->slots.at[s];
        if (slot->functions.n + slot->externals.n + slot->names.n == 0) {
            continue;
        }
        strbuf_printf(out, "slot %s:", slot->name);
        for (uint32_t i = 0; i < slot->functions.n; i++) {
            strbuf_printf(out, " %s", program->functions.at[slot->functions.at[i].i].name);
        }
        for (uint32_t i = 0; i < slot->externals.n; i++) {
            strbuf_printf(
                out, " %s",
                program_symbol(program, slot->external_units.at[i], slot->externals.at[i])->name);
        }
        write_names(out, slot);
        strbuf_adds(out, slot->other ? " and others\n" : "\n");
    }
}

void program_write(struct strbuf *out, const struct program *program)
{
    strbuf_printf(out, "module %s\n", program->module);
    for (uint32_t u = 0; u < program->units.n; u++) {
        strbuf_printf(out, "unit %s\n", program->units.at[u]->main_file);
    }
    write_roots(out, program);
    write_functions(out, program);
    write_slots(out, program);
}
