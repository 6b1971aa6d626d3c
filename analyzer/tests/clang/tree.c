/* tree.c - trees of facts as one line of text: kinds, names, values; flags that matter. */
#include "tree.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "facts/extract.h"

static const char *const kinds[NODE_KINDS] = {
    [NODE_OPAQUE] = "opaque",
    [NODE_NONE] = "none",
    [NODE_INT] = "int",
    [NODE_STRING] = "string",
    [NODE_REF] = "ref",
    [NODE_FIELD] = "field",
    [NODE_INDEX] = "index",
    [NODE_ADDRESS] = "address",
    [NODE_DEREF] = "deref",
    [NODE_UNARY] = "unary",
    [NODE_STEP] = "step",
    [NODE_BINARY] = "binary",
    [NODE_AND] = "and",
    [NODE_OR] = "or",
    [NODE_COND] = "cond",
    [NODE_COMMA] = "comma",
    [NODE_ASSIGN] = "assign",
    [NODE_CALL] = "call",
    [NODE_CONSTRUCT] = "construct",
    [NODE_DESTROY] = "destroy",
    [NODE_NEW] = "new",
    [NODE_DELETE] = "delete",
    [NODE_INIT_LIST] = "list",
    [NODE_INIT_FIELD] = "set-field",
    [NODE_INIT_INDEX] = "set-index",
    [NODE_LAMBDA] = "lambda",
    [NODE_STATEMENT_EXPR] = "statement-expr",
    [NODE_SKIPPED] = "skipped",
    [NODE_BLOCK] = "block",
    [NODE_DECLARE] = "declare",
    [NODE_IF] = "if",
    [NODE_SWITCH] = "switch",
    [NODE_CASE] = "case",
    [NODE_DEFAULT] = "default",
    [NODE_WHILE] = "while",
    [NODE_DO] = "do",
    [NODE_FOR] = "for",
    [NODE_RANGE_FOR] = "range-for",
    [NODE_GOTO] = "goto",
    [NODE_LABEL] = "label",
    [NODE_RETURN] = "return",
    [NODE_BREAK] = "break",
    [NODE_CONTINUE] = "continue",
    [NODE_TRY] = "try",
    [NODE_CATCH] = "catch",
    [NODE_THROW] = "throw",
    [NODE_SEH_TRY] = "seh-try",
    [NODE_SEH_EXCEPT] = "seh-except",
    [NODE_SEH_FINALLY] = "seh-finally",
    [NODE_SEH_LEAVE] = "seh-leave",
};

static const char *const ops[NODE_OPS] = {"",   "+", "-",  "*", "/",  "%",  "<<",
                                          ">>", "&", "|",  "^", "==", "!=", "<",
                                          "<=", ">", ">=", "!", "-",  "~",  "+"};

static void put(struct strbuf *out, const struct unit *unit, node_id id)
{
    const struct node *node = &unit->nodes.at[id.i];
    strbuf_printf(out, "(%s%s", kinds[node->kind], ops[node->op]);
    if (node->sym.i) {
        const struct symbol *symbol = &unit->symbols.at[node->sym.i];
        strbuf_printf(out, " %s%s", symbol->name, symbol->flags & SYMBOL_UNDECLARED ? "?" : "");
    }
    if (node->kind == NODE_INT || node->kind == NODE_INIT_INDEX || node->kind == NODE_CASE) {
        strbuf_printf(out, " %" PRId64, node->value);
    }
    if (node->kind == NODE_CASE && node->value2 != node->value) {
        strbuf_printf(out, "..%" PRId64, node->value2);
    }
    if (node->kind == NODE_STRING) {
        strbuf_printf(out, " \"%s\"", node->text);
    }
    strbuf_adds(out, node->flags & NODE_ARROW ? " ->" : "");
    strbuf_adds(out, node->flags & NODE_DYNAMIC ? " dynamic" : "");
    strbuf_adds(out, node->flags & NODE_NULL ? " null" : "");
    strbuf_adds(out, node->flags & NODE_BROKEN ? " broken" : "");
    for (node_id child = node->first; child.i; child = unit->nodes.at[child.i].next) {
        strbuf_addc(out, ' ');
        put(out, unit, child);
    }
    strbuf_addc(out, ')');
}

static const char *print(const struct parsed *parsed, node_id node)
{
    struct strbuf out;
    strbuf_init(&out, parsed->arena);
    if (node.i) {
        put(&out, parsed->unit, node);
    }
    return out.text;
}

struct parsed tree_start(const char *test)
{
    struct parsed parsed = {.arena = arena_create()};
    const char *temporary = os_environment(parsed.arena, "TMPDIR");
    parsed.folder = path_join(parsed.arena, temporary ? temporary : "/tmp",
                              arena_printf(parsed.arena, "dllmain-lint-test-clang/%s", test));
    return parsed;
}

void tree_write(struct parsed *parsed, const char *name, const char *text, size_t len)
{
    const char *path = path_join(parsed->arena, parsed->folder, name);
    cr_assert_null(os_write_file(parsed->arena, path, text, len));
}

void tree_parse(struct parsed *parsed, const char *name, const char *text)
{
    static const char *const args[] = {"--target=x86_64-w64-windows-gnu", "-fms-extensions"};
    tree_write(parsed, name, text, strlen(text));
    struct extract_request request = {
        .file = path_join(parsed->arena, parsed->folder, name), .args = args, .n_args = 2};
    parsed->unit = facts_extract(parsed->arena, &request);
    cr_assert_neq(parsed->unit->status, UNIT_FAILED);
}

struct parsed tree_of(const char *test, const char *name, const char *text)
{
    struct parsed parsed = tree_start(test);
    tree_parse(&parsed, name, text);
    return parsed;
}

const struct function *tree_function(const struct parsed *parsed, const char *name)
{
    for (uint32_t i = 0; i < parsed->unit->functions.n; i++) {
        const struct function *function = &parsed->unit->functions.at[i];
        if (strcmp(parsed->unit->symbols.at[function->sym.i].name, name) == 0) {
            return function;
        }
    }
    return NULL;
}

const struct global *tree_global(const struct parsed *parsed, const char *name)
{
    for (uint32_t i = 0; i < parsed->unit->globals.n; i++) {
        const struct global *global = &parsed->unit->globals.at[i];
        if (strcmp(parsed->unit->symbols.at[global->sym.i].name, name) == 0) {
            return global;
        }
    }
    return NULL;
}

const struct symbol *tree_symbol(const struct parsed *parsed, const char *name)
{
    for (uint32_t i = 1; i < parsed->unit->symbols.n; i++) {
        if (strcmp(parsed->unit->symbols.at[i].name, name) == 0) {
            return &parsed->unit->symbols.at[i];
        }
    }
    return NULL;
}

const char *tree_body(const struct parsed *parsed, const char *function)
{
    const struct function *found = tree_function(parsed, function);
    return found ? print(parsed, found->body) : "";
}

const char *tree_init(const struct parsed *parsed, const char *global)
{
    const struct global *found = tree_global(parsed, global);
    return found ? print(parsed, found->init) : "";
}
