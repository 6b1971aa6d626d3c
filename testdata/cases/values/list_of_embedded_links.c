/* A loop over a list of embedded links: the address of a link is not the address of the list. */
#include <stddef.h>
#include <windows.h>

struct link {
    struct link *next, *prev;
};

struct provider {
    HMODULE module;
    struct link entry;
};

static struct link providers = {&providers, &providers};

void add_provider(struct provider *added)
{
    added->entry.next = providers.next;
    added->entry.prev = &providers;
    providers.next = &added->entry;
}

static struct provider *provider_of(struct link *link)
{
    return (struct provider *)((char *)link - offsetof(struct provider, entry));
}

static void free_all_bad(void)
{
    struct provider *each;

    for (each = provider_of(providers.next); &each->entry != &providers;
         each = provider_of(each->entry.next)) {
        FreeLibrary(each->module);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        free_all_bad();
    }
    return TRUE;
}
