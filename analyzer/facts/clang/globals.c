/*
 * globals.c - variables with static or thread storage: their values, what destroys them, and where
 * they lie.
 *
 * Whether the value is there from the start is decided in constants.c, what a reference keeps and
 * when a thread makes its variables in lifetimes.c.
 */
#include "facts/clang/front.h"

/* An extern declaration without a definition in sight. */
bool front_is_declared_only(CXCursor decl)
{
    if (!clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(decl))) {
        return false;
    }
    CXCursor definition = clang_getCursorDefinition(decl);
    bool is_member =
        clang_getCursorKind(clang_getCursorSemanticParent(decl)) == CXCursor_StructDecl ||
        clang_getCursorKind(clang_getCursorSemanticParent(decl)) == CXCursor_ClassDecl;
    return clang_Cursor_isNull(definition) &&
           (is_member || clang_Cursor_getStorageClass(decl) == CX_SC_Extern);
}

static void fill(struct front *front, struct global *global, CXCursor decl)
{
    struct attributes attributes = front_attributes(front, decl);
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    global->where = front_where(front, clang_getCursorLocation(decl));
    global->section = attributes.section;
    if (!global->section && front->segment_changes.n > 0) {
        bool is_const = (front_symbol_at(front, global->sym)->flags & SYMBOL_CONST) != 0;
        global->section = front_segment(front, decl, is_const);
    }
    struct body *body = front->body;
    front->body = NULL;
    global->init = front_variable_value(front, initialiser, true);
    if (front->unit->cplusplus) {
        bool local = (front_symbol_at(front, global->sym)->flags & SYMBOL_LOCAL_STATIC) != 0;
        bool dynamic = !local && front_is_dynamic(front, decl);
        global->destructor = front_lasting_destructor(front, decl);
        global->flags |= dynamic ? (uint32_t)GLOBAL_DYNAMIC : 0U;
        global->priority = attributes.priority == 65535 ? 0 : attributes.priority;
        front_read_init_segment(front, global, decl);
        global->flags |= global->destructor.i ? (uint32_t)GLOBAL_DESTROYED : 0U;
    }
    if (front_is_made_on_use(front, decl)) {
        front_make_on_use(front, global, decl);
    }
    front->body = body;
}

void front_global(struct front *front, CXCursor decl)
{
    CXCursor best = front_definition(decl);
    if (clang_Cursor_hasVarDeclGlobalStorage(best) != 1) {
        return;
    }
    sym_id sym = front_symbol(front, best);
    if (sym.i == 0) {
        return;
    }
    struct global global = {.sym = sym};
    uint32_t at = front->unit->globals.n;
    const char *key = arena_printf(front->scratch, "%u", sym.i);
    bool declared = front_is_declared_only(best);
    if (strmap_get(front->global_by_sym, key, &at)) {
        if (declared || !(front->unit->globals.at[at].flags & GLOBAL_DECLARATION)) {
            bool tentative = !declared && front->unit->globals.at[at].init.i == 0 &&
                             !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(best));
            if (!tentative) {
                return;
            }
        }
    } else {
        strmap_put(front->global_by_sym, key, at);
        VEC_PUSH(front->arena, &front->unit->globals, global);
    }
    if (declared) {
        global.flags = GLOBAL_DECLARATION;
        global.where = front_where(front, clang_getCursorLocation(best));
        global.destructor = front_deleting_destructor(front, best); /* of what this unit gives it */
        global.flags |= global.destructor.i ? (uint32_t)GLOBAL_DESTROYED : 0U;
    } else {
        fill(front, &global, best);
    }
    front->unit->globals.at[at] = global;
}
