/*
 * options.c - tests of the parser: what the words of a command line become, and what is said about
 * those that are wrong.
 */
#include "cli/options.h"

#include <criterion/criterion.h>
#include <string.h>

#define PREFIX "dllmain-lint: error: "

static struct arena *arena;
static struct strbuf said;
static struct options options;

static void start(void)
{
    arena = arena_create();
}

static void end(void)
{
    arena_destroy(arena);
}

TestSuite(options, .init = start, .fini = end);

/* Parses the words, which end with NULL. */
static bool parse_words(const char *const *argv)
{
    int argc = 0;
    while (argv[argc] != NULL) {
        argc++;
    }
    strbuf_init(&said, arena);
    struct diag diag = {.to = &said};
    bool ok = options_parse(arena, argc, argv, &options, &diag);
    cr_assert_eq(diag.n_errors, ok ? 0 : 1, "%s", said.text);
    return ok;
}

/* Parses the words and expects them to be right. */
#define GOOD(...)                                                                                  \
    cr_assert(parse_words((const char *const[]){"dllmain-lint", __VA_ARGS__, NULL}), "%s",         \
              said.text)

/* Parses the words and expects exactly this message. */
#define BAD(message, ...)                                                                          \
    do {                                                                                           \
        cr_assert_not(parse_words((const char *const[]){"dllmain-lint", __VA_ARGS__, NULL}));      \
        cr_assert_str_eq(said.text, PREFIX message "\n");                                          \
    } while (0)

/* Expects a list of exactly one word. */
#define ONE(list, word)                                                                            \
    do {                                                                                           \
        cr_assert_eq((list).n, 1);                                                                 \
        cr_assert_str_eq((list).at[0], word);                                                      \
    } while (0)

Test(options, nothing_given_is_an_analysis_with_defaults)
{
    cr_assert(parse_words((const char *const[]){"dllmain-lint", NULL}));
    cr_assert_eq(options.action, ACTION_ANALYSE);
    cr_assert_eq(options.files.n, 0);
    cr_assert_not(options.has_flags);
    cr_assert_null(options.build);
    cr_assert_str_eq(options.format, "text");
    cr_assert_eq(options.fail_on, FAIL_ON_WARNING);
    cr_assert_eq(options.timeout, OPTIONS_TIMEOUT);
    cr_assert_eq(options.memory, OPTIONS_MEMORY);
    cr_assert_eq(options.cache_mib, OPTIONS_CACHE_SIZE);
    cr_assert_not(options.no_cache);
    cr_assert_null(options.cache_folder);
    cr_assert_eq(options.jobs, 0);
    cr_assert_eq(options.colour, COLOUR_AUTO);
    cr_assert_null(options.sarif);
    cr_assert_not(options.report_to_stderr);
}

Test(options, no_argv_at_all_is_no_crash)
{
    struct diag diag = {0};
    cr_assert(options_parse(arena, 0, NULL, &options, &diag));
}

Test(options, long_options_take_values_both_ways)
{
    GOOD("--build=out", "--entry", "MyMain", "--jobs", "3", "--timeout=0", "--source-root", "src");
    cr_assert_str_eq(options.build, "out");
    cr_assert_str_eq(options.entry, "MyMain");
    cr_assert_str_eq(options.source_root, "src");
    cr_assert_eq(options.jobs, 3);
    cr_assert_eq(options.timeout, 0);
}

Test(options, the_cache_has_a_place_and_a_size)
{
    GOOD("--cache-dir", "d", "--cache-size=5", "--memory=300", "--no-cache");
    cr_assert_str_eq(options.cache_folder, "d");
    cr_assert_eq(options.cache_mib, 5);
    cr_assert_eq(options.memory, 300);
    cr_assert(options.no_cache);
}

Test(options, letters_are_bundled_and_take_values_both_ways)
{
    GOOD("-qvj", "2", "-pout", "-o", "x.txt");
    cr_assert(options.quiet && options.verbose);
    cr_assert_eq(options.jobs, 2);
    cr_assert_str_eq(options.build, "out");
    cr_assert_str_eq(options.output, "x.txt");
    GOOD("-j4");
    cr_assert_eq(options.jobs, 4);
}

Test(options, an_equals_sign_belongs_to_a_letter_s_value)
{
    GOOD("-p=out");
    cr_assert_str_eq(options.build, "=out");
}

Test(options, the_last_of_two_single_values_counts)
{
    GOOD("-p", "a", "--build=b", "--fail-on=error", "--exit-zero");
    cr_assert_str_eq(options.build, "b");
    cr_assert_eq(options.fail_on, FAIL_ON_NEVER);
}

Test(options, repeated_options_are_lists_in_order)
{
    GOOD("--module", "a", "--module=b", "--target=x", "--rules-dir", "r", "--rules", "*", "--rules",
         "-DLM9*");
    cr_assert_eq(options.modules.n, 2);
    cr_assert_str_eq(options.modules.at[0], "a");
    cr_assert_str_eq(options.modules.at[1], "b");
    ONE(options.targets, "x");
    ONE(options.rules_folders, "r");
    cr_assert_str_eq(options.rules, "*,-DLM9*");
}

Test(options, files_and_options_mix_until_two_dashes)
{
    GOOD("a.c", "-q", "b.c", "--", "-DX", "--help", "--", "@x", "c.c");
    cr_assert_eq(options.action, ACTION_ANALYSE);
    cr_assert_eq(options.files.n, 2);
    cr_assert_str_eq(options.files.at[1], "b.c");
    cr_assert(options.has_flags);
    cr_assert_eq(options.flags.n, 5);
    cr_assert_str_eq(options.flags.at[1], "--help");
    cr_assert_str_eq(options.flags.at[2], "--");
    cr_assert_str_eq(options.flags.at[3], "@x");
}

Test(options, two_dashes_with_nothing_behind_are_no_flags_but_given)
{
    GOOD("a.c", "--");
    cr_assert(options.has_flags);
    cr_assert_eq(options.flags.n, 0);
}

Test(options, sarif_needs_no_name_and_leaves_the_next_word_alone)
{
    GOOD("--sarif", "a.c");
    cr_assert_str_eq(options.sarif, OPTIONS_SARIF_FILE);
    ONE(options.files, "a.c");
    GOOD("--sarif=x.sarif");
    cr_assert_str_eq(options.sarif, "x.sarif");
    BAD("'--sarif' takes its file behind '=': --sarif=x.sarif", "--sarif", "x.sarif");
    BAD("'--sarif' needs a value: --sarif FILE", "--sarif=");
}

Test(options, a_report_on_standard_output_sends_the_text_to_standard_error)
{
    GOOD("--sarif=-");
    cr_assert(options.report_to_stderr);
    GOOD("--json=-");
    cr_assert(options.report_to_stderr);
    GOOD("--json=-", "-o", "text.txt");
    cr_assert_not(options.report_to_stderr);
    GOOD("--json", "x");
    cr_assert_not(options.report_to_stderr);
}

Test(options, two_reports_do_not_share_a_file)
{
    BAD("'--sarif' and '--json' both write to standard output", "--sarif=-", "--json=-");
    BAD("'--json' and '--output' both write to 'x'", "-o", "x", "--json=x");
}

Test(options, every_level_is_known)
{
    GOOD("--fail-on", "note");
    cr_assert_eq(options.fail_on, FAIL_ON_NOTE);
    GOOD("--fail-on=warning");
    cr_assert_eq(options.fail_on, FAIL_ON_WARNING);
    GOOD("--fail-on=error");
    cr_assert_eq(options.fail_on, FAIL_ON_ERROR);
    GOOD("--fail-on=never");
    cr_assert_eq(options.fail_on, FAIL_ON_NEVER);
    cr_assert_lt(LEVEL_ERROR, (int)FAIL_ON_NEVER);
}

Test(options, help_and_version_end_the_reading)
{
    GOOD("--help", "--formt");
    cr_assert_eq(options.action, ACTION_HELP);
    GOOD("-qh", "--formt");
    cr_assert_eq(options.action, ACTION_SHORT_HELP);
    GOOD("dump", "--version");
    cr_assert_eq(options.action, ACTION_VERSION);
    GOOD("--list-rules", "--help");
    cr_assert_eq(options.action, ACTION_HELP);
}

Test(options, help_behind_a_mistake_does_not_hide_it)
{
    BAD("unknown option '--formt', did you mean '--format'?", "--formt", "--help");
}

Test(options, unknown_long_options_get_the_nearest)
{
    BAD("unknown option '--formt', did you mean '--format'?", "--formt=json");
    BAD("unknown option '--keep', did you mean '--keep-going'?", "--keep");
    BAD("unknown option '--colr', did you mean '--color'?", "--colr");
    BAD("unknown option '--frobnicate'; 'dllmain-lint --help' lists all options", "--frobnicate");
    BAD("unknown option '--'; 'dllmain-lint --help' lists all options", "--=x");
}

Test(options, private_options_are_never_suggested)
{
    BAD("unknown option '--preamble-unit'; 'dllmain-lint --help' lists all options",
        "--preamble-unit=3");
    GOOD("--preamble-units=3");
    cr_assert_eq(options.preamble_units, 3);
}

Test(options, all_units_are_of_an_analysis)
{
    GOOD("--all-units");
    cr_assert(options.all_units);
    GOOD("-q");
    cr_assert_not(options.all_units);
}

Test(options, pages_and_graphs_have_names_of_their_own)
{
    GOOD("--html", "--dot=-");
    cr_assert_str_eq(options.html, OPTIONS_HTML_FILE);
    cr_assert_str_eq(options.dot, "-");
    cr_assert(options.report_to_stderr);
    GOOD("--dot");
    cr_assert_str_eq(options.dot, OPTIONS_DOT_FILE);
    cr_assert_null(options.html);
    cr_assert_not(options.report_to_stderr);
}

Test(options, unknown_letters_are_named_in_their_bundle)
{
    BAD("unknown option '-z'; 'dllmain-lint --help' lists all options", "-z");
    BAD("unknown option '-z' in '-qz'; 'dllmain-lint --help' lists all options", "-qz");
}

Test(options, flags_of_a_compiler_are_sent_behind_two_dashes)
{
    BAD("unknown option '-DX=1'; flags of the compiler stand behind '--', after the files", "-DX=1",
        "a.c");
    BAD("unknown option '-std=c17'; flags of the compiler stand behind '--', after the files",
        "a.c", "-std=c17");
}

Test(options, a_long_option_with_one_dash_is_recognised)
{
    BAD("unknown option '-version', did you mean '--version'?", "-version");
    BAD("unknown option '-output=x', did you mean '--output'?", "-output=x");
}

Test(options, a_missing_value_is_named_with_what_it_is)
{
    BAD("'--build' needs a value: --build DIR|FILE", "--build");
    BAD("'-p' needs a value: -p DIR|FILE", "-qp");
    BAD("'--fail-on' needs a value: --fail-on LEVEL", "--fail-on=");
    BAD("'--json' needs a value: --json FILE", "--json", "--");
    BAD("'--json' needs a value: --json FILE", "--json", "--format=json");
}

Test(options, a_value_may_begin_with_a_dash)
{
    GOOD("--rules", "-DLM9*", "-o", "-");
    cr_assert_str_eq(options.rules, "-DLM9*");
    cr_assert_str_eq(options.output, "-");
}

Test(options, a_flag_takes_no_value)
{
    BAD("'--quiet' takes no value, found 'yes'", "--quiet=yes");
    BAD("'--help' takes no value, found ''", "--help=");
}

Test(options, numbers_have_limits)
{
    BAD("'-j' expects a number from 0 to 1024, found 'x'", "-jx");
    BAD("'--jobs' expects a number from 0 to 1024, found '1025'", "--jobs", "1025");
    BAD("'--jobs' expects a number from 0 to 1024, found '4294967297'", "--jobs", "4294967297");
    BAD("'--jobs' expects a number from 0 to 1024, found '-1'", "--jobs", "-1");
    BAD("'--timeout' expects a number from 0 to 86400, found '1.5'", "--timeout=1.5");
}

Test(options, words_have_limits)
{
    BAD("'--fail-on' expects error, warning, note or never, found 'eror'; did you mean 'error'?",
        "--fail-on", "eror");
    BAD("'--color' expects auto, always or never, found 'sometimes'", "--color=sometimes");
}

Test(options, dump_takes_a_stage)
{
    GOOD("dump", "facts", "-j2", "a.c", "--", "-DX");
    cr_assert_eq(options.action, ACTION_DUMP);
    cr_assert_str_eq(options.dump_stage, "facts");
    ONE(options.files, "a.c");
    ONE(options.flags, "-DX");
    GOOD("-q", "dump", "-p", "out", "walk");
    cr_assert_str_eq(options.dump_stage, "walk");
    BAD("'dump' needs a stage: dump STAGE, with project, demand, facts, program or walk", "dump");
    BAD("'dump' expects project, demand, facts, program or walk, found 'fact'; did you mean "
        "'facts'?",
        "dump", "fact");
}

Test(options, only_the_first_file_is_a_subcommand)
{
    GOOD("a.c", "dump");
    cr_assert_eq(options.action, ACTION_ANALYSE);
    cr_assert_eq(options.files.n, 2);
    GOOD("./dump");
    cr_assert_eq(options.action, ACTION_ANALYSE);
    GOOD("link", "dump");
    cr_assert_eq(options.action, ACTION_LINK);
    ONE(options.files, "dump");
}

Test(options, extract_takes_one_file_an_output_and_flags)
{
    GOOD("extract", "a.c", "-o", "a.facts", "--", "-DX");
    cr_assert_eq(options.action, ACTION_EXTRACT);
    cr_assert_str_eq(options.output, "a.facts");
    BAD("'extract' needs one file: extract FILE -o OUT -- FLAGS", "extract");
    BAD("'extract' needs one file: extract FILE -o OUT -- FLAGS", "extract", "a.c", "b.c");
    BAD("'extract' needs '-o OUT' ('-' is standard output)", "extract", "a.c", "--");
    BAD("'extract' needs the file's flags behind '--'", "extract", "a.c", "-o", "x");
}

Test(options, link_takes_facts_and_no_flags)
{
    GOOD("link", "a.facts", "b.facts", "--format=json");
    cr_assert_eq(options.action, ACTION_LINK);
    cr_assert_eq(options.files.n, 2);
    BAD("'link' needs files that 'dllmain-lint extract' wrote", "link");
    BAD("'link' takes no flags of a compiler: facts have them", "link", "a.facts", "--", "-DX");
}

Test(options, an_option_without_meaning_is_refused)
{
    BAD("'--json' has no meaning with 'dump'", "dump", "facts", "--json=x");
    BAD("'-p' has no meaning with 'link'", "-p", "x", "link", "a.facts");
    BAD("'--fail-on' has no meaning with '--list-rules'", "--list-rules", "--fail-on=note");
    BAD("'--rules' has no meaning with '--explain'", "--explain=DLM501", "--rules=*");
}

Test(options, showing_rules_takes_packs_and_no_files)
{
    GOOD("--list-rules", "--rules-dir=x", "-o", "rules.txt");
    cr_assert_eq(options.action, ACTION_LIST_RULES);
    GOOD("--explain", "dlm501");
    cr_assert_eq(options.action, ACTION_EXPLAIN);
    cr_assert_str_eq(options.explain, "dlm501");
    BAD("showing rules takes no files", "--explain=DLM501", "a.c");
    BAD("'--explain' and '--list-rules' exclude each other", "--explain=DLM501", "--list-rules");
    BAD("'--list-rules' and '--explain' exclude each other", "--list-rules", "--explain=DLM501");
}

Test(options, why_takes_names_with_blanks_and_may_be_repeated)
{
    GOOD("--why", "C::operator bool", "-p", "build", "--why=*init");
    cr_assert_eq(options.action, ACTION_ANALYSE);
    cr_assert_eq(options.why.n, 2);
    cr_assert_str_eq(options.why.at[0], "C::operator bool");
    cr_assert_str_eq(options.why.at[1], "*init");
    GOOD("link", "a.facts", "--why", "f");
    ONE(options.why, "f");
    BAD("'--why' needs a value: --why FUNCTION", "--why=");
    BAD("'--why' answers in text: it goes with no other format", "--why=f", "--format=json");
    BAD("'--why' answers in text: it goes with no other format", "--why=f", "--sarif");
    BAD("'--why' has no meaning with 'extract'", "extract", "a.c", "-o", "x", "--why=f", "--");
}

Test(options, flags_need_files_and_exclude_a_build)
{
    BAD("flags of a compiler need the file that they are for: FILE -- FLAGS", "--", "-DX");
    BAD("'--build' and flags behind '--' exclude each other: the flags come from one", "-pout",
        "a.c", "--", "-DX");
}

Test(options, standard_input_and_no_name_are_no_files)
{
    BAD("expected the name of a file, found '-'; standard input is not read", "-");
    BAD("expected the name of a file, found ''", "");
}

Test(options, control_characters_do_not_reach_the_terminal)
{
    cr_assert_not(parse_words((const char *const[]){"dllmain-lint", "--\033[31mred", NULL}));
    cr_assert_null(strchr(said.text, '\033'));
}
