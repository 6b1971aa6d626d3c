/* embedded.c - what the packs in the program know, by spot checks. */
#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

TestSuite(embedded, .timeout = 30);

static const int64_t unknown[] = {INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN,
                                  INT64_MIN, INT64_MIN, INT64_MIN};

enum { N_UNKNOWN = sizeof unknown / sizeof *unknown };

Test(embedded, packs_load_without_a_message)
{
    struct trial trial;
    trial_load(&trial);
    cr_assert_gt(trial.packs->apis.n, 1000);
    cr_assert_geq(trial.packs->rules.n, 18);
    trial_end(&trial);
}

Test(embedded, tell_which_dll_has_a_function)
{
    struct trial trial;
    trial_load(&trial);
    struct strmap *functions = strmap_create(trial.arena);
    strmap_put(functions, "WinHttpOpen", 1);   /* an entry of a pack */
    strmap_put(functions, "GetClassNameW", 1); /* in the list of exports, as a variant */
    strmap_put(functions, "dlls", 1);          /* a word of that list, but no function */
    cr_expect(packs_dll_has(trial.packs, "winhttp.DLL", functions));
    cr_expect(packs_dll_has(trial.packs, "user32.dll", functions));
    cr_expect_not(packs_dll_has(trial.packs, "user32", functions));
    cr_expect_not(packs_dll_has(trial.packs, "d3d9.dll", functions));
    trial_end(&trial);
}

/* What a name does in attach and in detach at process end, with arguments that are not known. */
struct expectation {
    const char *name, *attach, *exit;
};

static const struct expectation expectations[] = {
    {"LoadLibraryW", "loads-library", "loads-library"},
    {"LoadLibraryA", "loads-library", "loads-library"},
    {"LoadLibrary", "loads-library", "loads-library"},
    {"LdrLoadDll", "loads-library", "loads-library"},
    {"AfxLoadLibrary", "loads-library", "loads-library"},
    {"FreeLibrary", "frees-library", "frees-library"},
    {"CoFreeUnusedLibrariesEx", "frees-library", "frees-library"},
    {"__delayLoadHelper2", "loads-delayed", "loads-delayed"},
    {"__HrLoadAllImportsForDll", "loads-delayed", "loads-delayed"},
    {"__FUnloadDelayLoadedDLL2", "frees-library", "frees-library"},
    {"WSAStartup", "winsock-startup", "winsock-startup"},
    {"getaddrinfo", "winsock-call", "winsock-call"},
    {"WSASocketW", "winsock-call", "winsock-call"},
    {"WSASocket", "winsock-call", "winsock-call"},
    {"CoInitializeEx", "com-init creates-affine", "com-init creates-affine"},
    {"winrt::init_apartment", "com-init creates-affine", "com-init creates-affine"},
    {"CoUninitialize", "com-init destroys-affine", "com-init destroys-affine"},
    {"CoRegisterClassObject", "com-call", "com-call"},
    {"EnterCriticalSection", "takes-lock", "takes-lock"},
    {"LeaveCriticalSection", "releases-lock", "releases-lock"},
    {"TryEnterCriticalSection", "", ""},
    {"InitializeCriticalSectionEx", "initialises-lock", "initialises-lock"},
    {"DeleteCriticalSection", "deletes-lock", "deletes-lock"},
    {"std::mutex::lock", "takes-lock", "takes-lock"},
    {"std::lock_guard::~lock_guard", "releases-lock", "releases-lock"},
    {"GetModuleFileNameW", "needs-loader-lock", "needs-loader-lock"},
    {"CoSetProxyBlanket", "com-call", "com-call"},
    {"MI_Application_Initialize", "wmi", "wmi"},
    {"CreateThread", "creates-thread", "creates-thread"},
    {"_beginthreadex", "creates-thread", "creates-thread"},
    {"std::thread::thread", "creates-thread", "creates-thread"},
    {"AfxBeginThread", "joins-thread", "creates-thread"},
    {"ExitThread", "exits-thread", "exits-thread"},
    {"FreeLibraryAndExitThread", "exits-thread", "exits-thread"},
    {"TerminateThread", "kills-thread", "kills-thread"},
    {"std::thread::join", "joins-thread", "joins-thread"},
    {"std::jthread::~jthread", "joins-thread", "joins-thread"},
    {"WaitForSingleObject", "waits", "waits"},
    {"std::condition_variable::wait", "waits-condition", "waits-condition"},
    {"QueueUserWorkItem", "threadpool-submit", "threadpool-exit"},
    {"WaitForThreadpoolWorkCallbacks", "threadpool-wait", "threadpool-exit"},
    {"CreateTimerQueueTimer", "starts-timer registers", "starts-timer registers"},
    {"SetThreadpoolCallbackLibrary", "", ""},
    {"ExitProcess", "exits-process", "exits-process"},
    {"exit", "exits-process", "exits-process"},
    {"abort", "fails-fast", "fails-fast"},
    {"CreateEventW", "", ""},
    {"EventRegister", "registers", "registers"},
    {"RegisterClassExW", "registers user-query", "registers user-query"},
    {"UnregisterClass", "unregisters user-query", "unregisters user-query"},
    {"SetUnhandledExceptionFilter", "unregisters", "unregisters"},
    {"SetConsoleCtrlHandler", "", ""},
    {"TlsAlloc", "", ""},
    {"GetCurrentThreadId", "", ""},
    {"CWbemProviderGlue::FrameworkLogoffDLL", "", ""},
};

Test(embedded, names_have_their_effects)
{
    struct trial trial;
    trial_load(&trial);
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        const struct expectation *e = &expectations[i];
        const struct api *attach =
            trial_entry(&trial, e->name, PHASE_ATTACH_DYNAMIC, unknown, N_UNKNOWN);
        const struct api *exit =
            trial_entry(&trial, e->name, PHASE_DETACH_EXIT, unknown, N_UNKNOWN);
        cr_expect(has_only(attach, e->attach), "%s in attach: not '%s'", e->name, e->attach);
        cr_expect(has_only(exit, e->exit), "%s at exit: not '%s'", e->name, e->exit);
    }
    trial_end(&trial);
}

Test(embedded, what_loads_needs_the_loader_lock)
{
    static const char *const names[] = {"LoadLibraryW", "FreeLibrary",      "GetProcAddress",
                                        "WSAStartup",   "CoCreateInstance", "std::thread::join"};
    struct trial trial;
    trial_load(&trial);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct api *api =
            trial_entry(&trial, names[i], PHASE_THREAD_ATTACH, unknown, N_UNKNOWN);
        cr_expect(packs_has_effect(trial.packs, api, "needs-loader-lock"), "%s", names[i]);
    }
    const struct api *creates =
        trial_entry(&trial, "CreateThread", PHASE_THREAD_ATTACH, unknown, N_UNKNOWN);
    cr_expect(!packs_has_effect(trial.packs, creates, "needs-loader-lock"));
    const struct api *load =
        trial_entry(&trial, "CoCreateInstance", PHASE_THREAD_ATTACH, unknown, N_UNKNOWN);
    cr_expect(api_has_effect(load, "com-call"));
    trial_end(&trial);
}

Test(embedded, com_memory_counts_at_detach_only)
{
    struct trial trial;
    trial_load(&trial);
    cr_assert_null(trial_entry(&trial, "CoTaskMemFree", PHASE_ATTACH_STATIC, unknown, N_UNKNOWN));
    cr_assert(
        has_only(trial_entry(&trial, "CoTaskMemFree", PHASE_DETACH_UNLOAD, unknown, N_UNKNOWN),
                 "com-memory"));
    trial_end(&trial);
}

static void expect_wait(const struct trial *trial, const char *name, uint32_t param, int64_t value,
                        const char *effect)
{
    int64_t arguments[N_UNKNOWN];
    memcpy(arguments, unknown, sizeof arguments);
    arguments[param] = value;
    const struct api *api = trial_entry(trial, name, PHASE_DETACH_UNLOAD, arguments, N_UNKNOWN);
    cr_expect(has_only(api, effect), "%s with %lld: not '%s'", name, (long long)value, effect);
}

Test(embedded, timeouts_decide_about_waits)
{
    static const struct {
        const char *name;
        uint32_t param;
        const char *with_zero;
    } waits[] = {{"WaitForSingleObject", 1, "polls"},
                 {"WaitForMultipleObjectsEx", 3, "polls"},
                 {"MsgWaitForMultipleObjectsEx", 2, "polls"},
                 {"SignalObjectAndWait", 2, "polls"},
                 {"WaitForInputIdle", 1, ""},
                 {"GetQueuedCompletionStatus", 4, ""},
                 {"CoWaitForMultipleHandles", 1, "polls"},
                 {"WSAWaitForMultipleEvents", 3, ""}};
    struct trial trial;
    trial_load(&trial);
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        expect_wait(&trial, waits[i].name, waits[i].param, 0, waits[i].with_zero);
        expect_wait(&trial, waits[i].name, waits[i].param, 4294967295, "waits");
        expect_wait(&trial, waits[i].name, waits[i].param, -1, "waits");
        expect_wait(&trial, waits[i].name, waits[i].param, 5000, "waits-finite");
        expect_wait(&trial, waits[i].name, waits[i].param, INT64_MIN, "waits");
    }
    expect_wait(&trial, "WaitNamedPipeW", 1, 0, "waits-finite");
    expect_wait(&trial, "GetOverlappedResult", 3, 0, "");
    expect_wait(&trial, "GetOverlappedResult", 3, 1, "waits");
    expect_wait(&trial, "LoadLibraryExW", 2, 2, "");
    expect_wait(&trial, "LoadLibraryExW", 2, 0x20, "");
    expect_wait(&trial, "LoadLibraryExW", 2, 0x800, "loads-library");
    expect_wait(&trial, "LoadLibraryEx", 2, INT64_MIN, "loads-library");
    expect_wait(&trial, "UnregisterWaitEx", 1, -1, "threadpool-wait unregisters");
    expect_wait(&trial, "UnregisterWaitEx", 1, 0, "threadpool-cancel unregisters");
    expect_wait(&trial, "DeleteTimerQueueTimer", 2, -1, "timer-wait unregisters");
    trial_end(&trial);
}

Test(embedded, empty_thread_objects_start_no_thread)
{
    struct trial trial;
    trial_load(&trial);
    cr_assert(
        has_only(trial_entry(&trial, "std::thread::thread", PHASE_ATTACH_STATIC, unknown, 0), ""));
    trial_end(&trial);
}

static void expect_callback(const struct trial *trial, const char *name, uint32_t param,
                            enum callback_kind kind)
{
    uint32_t n = 0;
    const struct api *api = packs_find(trial->packs, name, &n);
    bool found = false;
    for (uint32_t i = 0; api != NULL && i < n; i++) {
        found = false;
        for (uint32_t k = 0; k < api[i].callbacks.n; k++) {
            const struct callback *callback = &api[i].callbacks.at[k];
            found = found || (callback->param == param && callback->kind == kind);
        }
        cr_expect(found, "entry %u of %s lacks its callback", i, name);
    }
    cr_expect(found, "%s lacks its callback", name);
}

Test(embedded, callbacks_reach_all_entries_of_a_name)
{
    struct trial trial;
    trial_load(&trial);
    expect_callback(&trial, "CreateThread", 2, CALLBACK_OTHER_THREAD);
    expect_callback(&trial, "_beginthreadex", 2, CALLBACK_OTHER_THREAD);
    expect_callback(&trial, "_beginthread", 0, CALLBACK_OTHER_THREAD);
    expect_callback(&trial, "thrd_create", 1, CALLBACK_OTHER_THREAD);
    expect_callback(&trial, "QueueUserWorkItem", 0, CALLBACK_OTHER_THREAD);
    expect_callback(&trial, "EnumWindows", 0, CALLBACK_SYNC);
    expect_callback(&trial, "EnumSystemLocalesW", 0, CALLBACK_SYNC);
    expect_callback(&trial, "EnumSystemLocales", 0, CALLBACK_SYNC);
    expect_callback(&trial, "InitOnceExecuteOnce", 1, CALLBACK_SYNC);
    expect_callback(&trial, "std::call_once", 1, CALLBACK_SYNC);
    expect_callback(&trial, "qsort", 3, CALLBACK_SYNC);
    expect_callback(&trial, "bsearch", 4, CALLBACK_SYNC);
    expect_callback(&trial, "FlsAlloc", 0, CALLBACK_LATER);
    expect_callback(&trial, "SetTimer", 3, CALLBACK_LATER);
    expect_callback(&trial, "atexit", 0, CALLBACK_REGISTERS_PHASE);
    expect_callback(&trial, "_onexit", 0, CALLBACK_REGISTERS_PHASE);
    trial_end(&trial);
}

Test(embedded, atexit_registers_both_ends)
{
    struct trial trial;
    trial_load(&trial);
    uint32_t n = 0;
    const struct api *api = packs_find(trial.packs, "atexit", &n);
    cr_assert_eq(n, 2);
    cr_assert(api_has_effect(api, "registers-exit-handler"));
    cr_assert(api[1].callbacks_only);
    cr_assert_eq(api->callbacks.at[0].phases, 1u << PHASE_DETACH_UNLOAD | 1u << PHASE_DETACH_EXIT);
    trial_end(&trial);
}

Test(embedded, exports_are_read_when_somebody_asks)
{
    struct trial trial;
    trial_load(&trial);
    uint32_t n = 0;
    uint32_t n_safe = 0;
    cr_assert_null(packs_find(trial.packs, "EditSecurity", &n));
    cr_assert_not_null(packs_find(trial.packs, "EventRegister", &n_safe));
    cr_assert(packs_add_exports(trial.arena, trial.packs, NULL, &trial.diag));
    const struct api *api = packs_find(trial.packs, "EditSecurity", &n);
    cr_assert_not_null(api);
    cr_assert(api_has_effect(api, "other-dll-call"));
    cr_assert_str_eq(api->dll, "ACLUI.dll");
    cr_assert_not_null(packs_find(trial.packs, "EventRegister", &n));
    cr_assert_eq(n, n_safe);
    cr_assert_not_null(packs_find(trial.packs, "AbortSystemShutdownA", &n));
    cr_assert_null(packs_find(trial.packs, "ExitWindows", &n));
    trial_end(&trial);
}

Test(embedded, functions_that_do_not_return_say_so)
{
    static const char *const names[] = {"ExitProcess",
                                        "exit",
                                        "_exit",
                                        "abort",
                                        "ExitThread",
                                        "longjmp",
                                        "_endthreadex",
                                        "__fastfail",
                                        "terminate",
                                        "quick_exit",
                                        "FreeLibraryAndExitThread"};
    struct trial trial;
    trial_load(&trial);
    uint32_t n = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct api *api = packs_find(trial.packs, names[i], &n);
        cr_expect(api != NULL && api->noreturn, "%s", names[i]);
    }
    cr_assert_not(packs_find(trial.packs, "_cexit", &n)->noreturn);
    cr_assert_not(packs_find(trial.packs, "TerminateProcess", &n)->noreturn);
    trial_end(&trial);
}

Test(embedded, wmi_is_tried_before_com)
{
    struct trial trial;
    trial_load(&trial);
    uint32_t n = 0;
    const uint32_t *entries = packs_find_match(trial.packs, API_METHODS, &n);
    cr_assert_geq(n, 3);
    cr_assert(has_only(&trial.packs->apis.at[entries[0]], "wmi"));
    cr_assert_str_eq(trial.packs->apis.at[entries[n - 1]].name, "IUnknown::*");
    entries = packs_find_match(trial.packs, API_VTABLE, &n);
    cr_assert_eq(n, 6); /* those of one member come first, then the others with their cases */
    for (uint32_t i = 0; i < n; i++) {
        cr_assert_eq(trial.packs->apis.at[entries[i]].member == NULL, i >= n - 2);
    }
    cr_assert_null(packs_find_match(trial.packs, API_FUNCTION, &n));
    trial_end(&trial);
}

Test(embedded, pages_follow_the_variant)
{
    struct trial trial;
    trial_load(&trial);
    uint32_t n = 0;
    static const char *const names[] = {"LoadLibraryA", "LoadLibrary"};
    static const char *const pages[] = {"-loadlibrarya", "-loadlibraryw"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct api *api = packs_find(trial.packs, names[i], &n);
        cr_assert(strstr(api_url(trial.arena, api, api->doc), pages[i]));
    }
    cr_assert(packs_find(trial.packs, "LoadLibraryW", &n)->own_page);
    for (uint32_t i = 0; i < trial.packs->apis.n; i++) {
        const struct api *api = &trial.packs->apis.at[i];
        cr_expect_null(strchr(api_url(trial.arena, api, api->doc), '{'), "%s", api->name);
        cr_expect_null(strchr(api_url(trial.arena, api, api->source), '{'), "%s", api->name);
    }
    trial_end(&trial);
}

static void expect_level(const struct trial *trial, const char *effect, enum phase phase,
                         const char *id, enum level expected)
{
    enum level level = LEVEL_NONE;
    const struct rule *rule = packs_rule_for(trial->packs, effect, phase, &level);
    cr_expect_str_eq(rule == NULL ? "" : rule->id, id, "%s in %s", effect, phase_name(phase));
    cr_expect_eq(level, expected, "%s in %s", effect, phase_name(phase));
}

Test(embedded, rules_give_levels_by_phase)
{
    struct trial trial;
    trial_load(&trial);
    expect_level(&trial, "loads-library", PHASE_THREAD_ATTACH, "DLM101", LEVEL_ERROR);
    expect_level(&trial, "creates-thread", PHASE_ATTACH_STATIC, "DLM201", LEVEL_WARNING);
    expect_level(&trial, "creates-thread", PHASE_DETACH_EXIT, "DLM201", LEVEL_ERROR);
    expect_level(&trial, "threadpool-submit", PHASE_DETACH_UNLOAD, "DLM205", LEVEL_WARNING);
    expect_level(&trial, "threadpool-submit", PHASE_DETACH_EXIT, "DLM205", LEVEL_ERROR);
    expect_level(&trial, "waits-finite", PHASE_DETACH_EXIT, "DLM301", LEVEL_WARNING);
    expect_level(&trial, "com-memory", PHASE_ATTACH_DYNAMIC, "", LEVEL_NONE);
    expect_level(&trial, "com-memory", PHASE_DETACH_UNLOAD, "DLM407", LEVEL_NOTE);
    expect_level(&trial, "fails-fast", PHASE_DETACH_UNLOAD, "DLM802", LEVEL_NOTE);
    expect_level(&trial, "disables-thread-notifications", PHASE_ATTACH_STATIC, "", LEVEL_NONE);
    expect_level(&trial, "no such effect", PHASE_ATTACH_STATIC, "", LEVEL_NONE);
    cr_assert_null(packs_rule(trial.packs, "DLM999"));
    cr_assert_not_null(packs_rule(trial.packs, "DLM501"));
    trial_end(&trial);
}

Test(embedded, messages_blame_a_page_only_where_one_does)
{
    struct trial trial;
    trial_load(&trial);
    for (uint32_t i = 0; i < trial.packs->rules.n; i++) {
        const struct rule *rule = &trial.packs->rules.at[i];
        cr_expect_null(strstr(rule->message, "documentation"), "%s", rule->id);
        cr_expect_not_null(strstr(rule->message, "'{sink}'"), "%s", rule->id);
        cr_expect_not_null(strstr(rule->message, "'{root}'"), "%s", rule->id);
    }
    trial_end(&trial);
}
