/* describe.c - rules as a person reads them. */
#include <criterion/criterion.h>
#include <string.h>

#include "packs/describe.h"
#include "support.h"

TestSuite(describe, .timeout = 30);

/* The longest line of a text, lines of code aside. */
static size_t longest_line(const char *text)
{
    size_t longest = 0;
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        bool code = strncmp(text, "      ", 6) == 0;
        longest = !code && len > longest ? len : longest;
        text += len + (text[len] == '\n' ? 1 : 0);
    }
    return longest;
}

Test(describe, the_list_has_a_line_a_rule)
{
    struct trial trial;
    trial_load(&trial);
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_list_rules(&out, trial.packs, "text"));
    cr_assert_not_null(strstr(out.text, "DLM101  LoadLibraryUnderLoaderLock "));
    cr_assert_not_null(strstr(out.text, "Loads a DLL under the loader lock.\n"));
    cr_assert_leq(longest_line(out.text), 120);
    uint32_t n = 0;
    for (const char *p = out.text; (p = strchr(p, '\n')) != NULL; p++) {
        n++;
    }
    cr_assert_eq(n, trial.packs->rules.n);
    trial_end(&trial);
}

Test(describe, a_rule_is_found_by_id_and_by_name)
{
    struct trial trial;
    trial_load(&trial);
    static const char *const words[] = {"DLM501", "dlm501", "WinsockStartupUnderLoaderLock",
                                        "winsockstartupunderloaderlock"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct strbuf out;
        strbuf_init(&out, trial.arena);
        cr_assert(packs_explain(&out, trial.packs, words[i], NULL));
        cr_assert_eq(strncmp(out.text, "DLM501 WinsockStartupUnderLoaderLock\n", 37), 0);
    }
    struct strbuf none;
    strbuf_init(&none, trial.arena);
    cr_assert_not(packs_explain(&none, trial.packs, "DLM5", NULL));
    cr_assert_eq(none.len, 0);
    trial_end(&trial);
}

Test(describe, a_page_has_its_sections_in_order)
{
    static const char *const parts[] = {
        "DLM501 WinsockStartupUnderLoaderLock\nStarts or ends Winsock under the loader lock.\n",
        "\nLEVELS\n  winsock-startup\n    error     every phase\n",
        "\nWHY\n",
        "KB2979267",
        "CEIPSampledIn",
        "\nWHAT HAPPENS\n  process-attach-dynamic, process-attach-static\n",
        "\n  process-detach-exit\n",
        "\nWHEN IT SHOWS\n",
        "\nFIX\n",
        "\n      API int mylib_open(void)\n",
        "\nSAFE INSTEAD\n",
        "\nCHECK AT RUN TIME\n",
        "0xE000",
        "\nAPIS (",
        "WSAStartup",
        "\nSOURCES\n  https://",
    };
    struct trial trial;
    trial_load(&trial);
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_explain(&out, trial.packs, "DLM501", NULL));
    const char *at = out.text;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *found = strstr(at, parts[i]);
        cr_assert_not_null(found, "'%s' is missing, or out of order, in:\n%s", parts[i], out.text);
        at = found;
    }
    trial_end(&trial);
}

Test(describe, every_page_fits_a_terminal)
{
    struct trial trial;
    trial_load(&trial);
    for (uint32_t i = 0; i < trial.packs->rules.n; i++) {
        const char *id = trial.packs->rules.at[i].id;
        struct strbuf out;
        strbuf_init(&out, trial.arena);
        cr_assert(packs_explain(&out, trial.packs, id, NULL));
        char *sources = strstr(out.text, "\nSOURCES\n");
        cr_assert_not_null(sources, "%s", id);
        *sources = '\0'; /* a URL is not broken */
        cr_expect_leq(longest_line(out.text), 80, "%s", id);
        cr_expect_null(strstr(out.text, "\n\n\n"), "%s", id);
    }
    trial_end(&trial);
}

Test(describe, hostile_text_reaches_no_terminal)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, "{'id':'DLM901','name':'AbcDef','summary':'S\\u001b[2J.','message':"
                                "'M.','why':'w\\u0007','whenItShows':'s','fix':'f','sources':["
                                "'https://e.x'],'effects':[{'effect':'x','levels':{'all':'note'}}"
                                "]}"));
    cr_assert(trial_add(&trial, "{'words':{'x':'does x'}}"));
    cr_assert(packs_finish(trial.arena, trial.packs, &trial.diag));
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_explain(&out, trial.packs, "AbcDef", NULL));
    cr_assert(packs_list_rules(&out, trial.packs, "text"));
    cr_assert_null(strchr(out.text, '\x1b'));
    cr_assert_null(strchr(out.text, '\a'));
    trial_end(&trial);
}

Test(describe, the_columns_of_the_list_are_straight)
{
    struct trial trial;
    trial_load(&trial);
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_list_rules(&out, trial.packs, "text"));
    size_t column = 0;
    const char *line = out.text;
    for (uint32_t i = 0; i < trial.packs->rules.n; i++) {
        const char *summary = strstr(line, trial.packs->rules.at[i].summary);
        cr_assert_not_null(summary);
        column = column == 0 ? (size_t)(summary - line) : column;
        cr_assert_eq((size_t)(summary - line), column, "%.*s", (int)strcspn(line, "\n"), line);
        line += strcspn(line, "\n") + 1;
    }
    trial_end(&trial);
}

Test(describe, the_list_is_json_and_markdown_too)
{
    struct trial trial;
    trial_load(&trial);
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_list_rules(&out, trial.packs, "json"));
    const char *error = NULL;
    const struct json *json = json_parse(trial.arena, out.text, out.len, &error);
    cr_assert_not_null(json, "%s", error);
    cr_assert_eq(json_get(json, "rules")->n, trial.packs->rules.n);
    cr_assert_eq(json_get(json, "undecided")->n, trial.packs->undecided.n);
    out.len = 0;
    cr_assert(packs_list_rules(&out, trial.packs, "markdown"));
    cr_assert_not_null(strstr(out.text,
                              "\n| DLM201 | ThreadCreatedUnderLoaderLock | Starts a thread "
                              "under the loader lock. | creates-thread: error (detach), "
                              "warning (attach, thread) |\n"));
    cr_assert_not(packs_list_rules(&out, trial.packs, "html"));
    trial_end(&trial);
}

Test(describe, a_page_on_a_terminal_has_colours_and_links)
{
    static const struct describe_options options = {.width = 60, .colour = true};
    struct trial trial;
    trial_load(&trial);
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_explain(&out, trial.packs, "DLM501", &options));
    cr_assert_not_null(strstr(out.text, "\033[1mWHY\033[0m\n"));
    cr_assert_not_null(strstr(out.text, "\033[31merror     \033[0m"));
    cr_assert_not_null(strstr(out.text, "\033]8;;https://cwe.mitre.org/data/definitions/833.html"
                                        "\033\\https://"));
    trial_end(&trial);
}

Test(describe, what_cannot_be_decided_says_what_is_missing)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, "{'rules':[{'id':'DLM905','name':'NotYet','summary':'Is it.',"
                                "'missing':'All of it.','sources':['https://e.x']}]}"));
    cr_assert(packs_finish(trial.arena, trial.packs, &trial.diag));
    struct strbuf out;
    strbuf_init(&out, trial.arena);
    cr_assert(packs_explain(&out, trial.packs, "notyet", NULL));
    cr_assert_str_eq(out.text, "DLM905 NotYet (not decided yet: it reports nothing)\nIs it.\n"
                               "\nWHAT IS MISSING\n  All of it.\n\nSOURCES\n  https://e.x\n");
    trial_end(&trial);
}
