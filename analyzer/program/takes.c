/*
 * takes.c - which parameters can take an address or an object?
 *
 * Most parameters of most functions are plain numbers, which no pointer analysis asks for.  Known
 * by function in one small table, a call of such a function needs no look at it: functions are
 * called in any order, and what they consist of is far apart in memory.
 */
#include <string.h>

#include "program/objects.h"

bool program_can_hold_function(const struct symbol *symbol)
{
    return symbol->type[0] == '\0' || (symbol->flags & SYMBOL_POINTER) != 0 ||
           strstr(symbol->type, "(*") != NULL || strstr(symbol->type, "void *") != NULL ||
           strstr(symbol->type, "(&") != NULL || strstr(symbol->type, "*[") != NULL ||
           strstr(symbol->type, "*const[") != NULL ||
           strcmp(symbol->type, "unsigned long long") == 0;
}

static uint64_t taken_by(const struct unit *unit, const struct function *function)
{
    uint64_t taken = 0;
    for (uint32_t i = 0; i < function->n_params; i++) {
        const struct symbol *param =
            &unit->symbols.at[unit->params.at[function->first_param + i].i];
        bool takes = program_can_hold_function(param) || symbol_is_object(param) ||
                     symbol_holds_address(param);
        taken |= takes ? UINT64_C(1) << (i < TAKES_REST ? i : TAKES_REST) : 0;
    }
    return taken;
}

void program_find_takes(struct arena *arena, struct program *program)
{
    program->takes = ARENA_NEW_N(arena, uint64_t, program->functions.n);
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        if (function->function != NULL) {
            program->takes[f] = taken_by(program->units.at[function->unit], function->function);
            program->takes[f] |= function->method ? 1 : 0;
        }
    }
}
