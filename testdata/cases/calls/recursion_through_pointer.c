/* A visitor that calls itself through the pointer that it was handed. */
#include <windows.h>

struct node {
    struct node *next;
};

typedef void visit(const struct node *node, void *how);

struct visitor {
    visit *next;
};

static struct node g_nodes[2] = {{&g_nodes[1]}, {NULL}};

static void load_each_bad(const struct node *node, void *how)
{
    struct visitor *visitor = how;

    if (node->next != NULL) {
        visitor->next(node->next, how);
    }
    LoadLibraryA("node.dll");
}

static void count_each_ok(const struct node *node, void *how)
{
    visit **next = how;

    if (node->next != NULL) {
        (*next)(node->next, how);
    }
    SetLastError(ERROR_SUCCESS);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    struct visitor loader = {load_each_bad};
    visit *counter = count_each_ok;

    if (reason == DLL_PROCESS_ATTACH) {
        loader.next(&g_nodes[0], &loader);
        counter(&g_nodes[0], &counter);
    }
    return TRUE;
}
