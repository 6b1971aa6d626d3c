/*
 * atomics.c - atomic accesses that are built into the compiler.
 *
 * C11's <stdatomic.h> and the compiler's own `__atomic_load_n` are no calls for clang but
 * expressions of a sort that libclang does not name.  What it is stands in the text where the
 * expression begins, in the header's macro or in the program.  It becomes a call of the function of
 * that name, so that packs can say what it does.
 *
 * The operands come in an order of their own: the place, the memory order, a value, the order of a
 * failure, a second value.  The call gets the place and the values first, as they are written.
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/text.h"

enum { MOST_OPERANDS = 6 };

/* The name of the access that the expression is; "" if it is none. */
static const char *name_of(struct front *front, CXCursor cursor)
{
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(cursor));
    const char *text = front_text(front, start, true);
    bool atomic = text != NULL &&
                  (text_starts(text, "__c11_atomic_") || text_starts(text, "__atomic_"));
    return atomic ? front_identifier(front->scratch, text) : "";
}

node_id front_atomic(struct front *front, CXCursor cursor, struct span operands)
{
    const char *name = operands.n >= 2 && operands.n <= MOST_OPERANDS ? name_of(front, cursor) : "";
    if (name[0] == '\0') {
        return (node_id){0};
    }
    static const uint8_t as_written[] = {0, 2, 4, 5, 1, 3};
    struct list list = {0};
    where_id where = front_where(front, clang_getCursorLocation(cursor));
    list_add(front, &list, node_ref(front, front_builtin(front, name, where)));
    for (uint32_t i = 0; i < MOST_OPERANDS; i++) {
        if (as_written[i] < operands.n) {
            CXCursor operand = front_child(front, operands, as_written[i]);
            list_add(front, &list, front_expression(front, operand));
        }
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    return node;
}
