/*
 * options_shells.c - completions of the command line for shells, from the table of options.
 *
 * Takes the table, gives a script.  Values are offered where the table knows them: words, files,
 * folders, the program's formats; ids of rules come from the program itself, as packs add some.
 * Sources: bash's manual,
 * https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html;
 * https://zsh.sourceforge.io/Doc/Release/Completion-System.html (_arguments);
 * https://fishshell.com/docs/current/cmds/complete.html;
 *
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core, its page of
 * Register-ArgumentCompleter.
 */
#include "cli/options_table.h"

#include <string.h>

#include "report/report.h"

/* Calls `add` for every option that is for users. */
static void each(struct strbuf *out, void (*add)(struct strbuf *out, const struct option *option))
{
    for (size_t i = 0; i < options_table_n; i++) {
        if (options_table[i].group != GROUP_PRIVATE) {
            add(out, &options_table[i]);
        }
    }
}

/* Returns what an option does in a few words: its first sentence. */
static const char *few_words(struct arena *arena, const struct option *option)
{
    const char *text = option->brief != NULL ? option->brief : option->help;
    size_t len = 0;
    while (text[len] != '\0' && !(strchr(".;", text[len]) != NULL && text[len + 1] == ' ')) {
        len++;
    }
    return arena_strndup(arena, text, len);
}

/* Returns the words that an option takes, with blanks between; "" if they are not known. */
static const char *value_words(struct arena *arena, const struct option *option)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (size_t i = 0; option->words != NULL && option->words[i] != NULL; i++) {
        strbuf_printf(&out, "%s%s", i > 0 ? " " : "", option->words[i]);
    }
    for (size_t i = 0; option->offer == OFFER_FORMATS && report_writers[i] != NULL; i++) {
        strbuf_printf(&out, "%s%s", i > 0 ? " " : "", report_writers[i]->name);
    }
    return out.text;
}

/* Appends text with `escape` before each of `marks`. */
static void add_escaped(struct strbuf *out, const char *text, const char *marks, const char *escape)
{
    for (; *text != '\0'; text++) {
        if (strchr(marks, *text) != NULL) {
            strbuf_adds(out, escape);
        }
        strbuf_addc(out, *text);
    }
}

/* Appends text for inside of '...' of a shell that leaves the quotation for a quotation mark. */
static void add_quoted(struct strbuf *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            strbuf_adds(out, "'\\''");
        } else {
            strbuf_addc(out, *text);
        }
    }
}

/* ---- bash ---- */

static void bash_name(struct strbuf *out, const struct option *option)
{
    strbuf_printf(out, " --%s", option->name);
    if (option->letter != '\0') {
        strbuf_printf(out, " -%c", option->letter);
    }
}

static void bash_case(struct strbuf *out, const struct option *option)
{
    const char *words = value_words(out->arena, option);
    if (option->value == NULL) {
        return;
    }
    strbuf_printf(out, "        --%s", option->name);
    if (option->alias != NULL) {
        strbuf_printf(out, "|--%s", option->alias);
    }
    if (option->letter != '\0') {
        strbuf_printf(out, "|-%c", option->letter);
    }
    strbuf_adds(out, ") ");
    if (words[0] != '\0') {
        strbuf_printf(out, "_dllmain_lint_words \"%s\"; return ;;\n", words);
    } else if (option->offer == OFFER_RULES) {
        strbuf_adds(out, "_dllmain_lint_words \"$(_dllmain_lint_rules)\"; return ;;\n");
    } else if (option->offer == OFFER_NOTHING) {
        strbuf_adds(out, "return ;;\n");
    } else {
        strbuf_printf(out, "_dllmain_lint_files -%c; return ;;\n",
                      option->offer == OFFER_FOLDERS ? 'd' : 'f');
    }
}

static void add_bash(struct strbuf *out)
{
    strbuf_adds(out,
                "# bash completion for dllmain-lint; made by dllmain-lint --generate bash\n"
                "_dllmain_lint_words() {\n"
                "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\")\n"
                "}\n"
                "_dllmain_lint_files() {\n"
                "    compopt -o filenames 2>/dev/null\n"
                "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n"
                "}\n"
                "_dllmain_lint_rules() {\n"
                "    local id rest\n"
                "    while read -r id rest; do\n"
                "        [[ $id == DLM* ]] && printf '%s\\n' \"$id\"\n"
                "    done < <(\"${COMP_WORDS[0]}\" --list-rules 2>/dev/null)\n"
                "}\n"
                "_dllmain_lint() {\n"
                "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} i\n"
                "    COMPREPLY=()\n"
                "    if [[ $cur == = ]]; then\n"
                "        cur=\n"
                "    elif [[ $prev == = ]]; then\n"
                "        prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
                "    fi\n"
                "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                "        if [[ ${COMP_WORDS[i]} == -- ]]; then\n"
                "            _dllmain_lint_files -f\n"
                "            return\n"
                "        fi\n"
                "    done\n"
                "    case $prev in\n");
    each(out, bash_case);
    strbuf_adds(out, "        dump) _dllmain_lint_words \"");
    for (size_t i = 0; options_stages[i] != NULL; i++) {
        strbuf_printf(out, "%s%s", i > 0 ? " " : "", options_stages[i]);
    }
    strbuf_adds(out, "\"; return ;;\n"
                     "    esac\n"
                     "    if [[ $cur == -* ]]; then\n"
                     "        _dllmain_lint_words \"");
    strbuf_adds(out, "-h");
    each(out, bash_name);
    strbuf_adds(
        out, "\"\n"
             "        return\n"
             "    fi\n"
             "    _dllmain_lint_files -f\n"
             "    if ((COMP_CWORD == 1)); then\n"
             "        mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -W \"dump extract "
             "link\" -- \"$cur\")\n"
             "    fi\n"
             "}\n"
             "complete -F _dllmain_lint dllmain-lint\n");
}

/* ---- zsh ---- */

static void zsh_option(struct strbuf *out, const struct option *option)
{
    static const char *const offers[] = {[OFFER_NOTHING] = " ",
                                         [OFFER_FILES] = "_files",
                                         [OFFER_FOLDERS] = "_files -/",
                                         [OFFER_RULES] = "_dllmain_lint_rules",
                                         [OFFER_FORMATS] = ""};
    const char *words = value_words(out->arena, option);
    struct strbuf text;
    strbuf_init(&text, out->arena);
    bool many = option->kind == OPTION_LIST || option->kind == OPTION_JOIN;
    strbuf_printf(&text, "%s--%s%s[", many ? "*" : "", option->name,
                  option->kind == OPTION_OPTIONAL ? "=-"
                  : option->value != NULL         ? "="
                                                  : "");
    add_escaped(&text, few_words(out->arena, option), "[]:\\", "\\");
    strbuf_addc(&text, ']');
    if (option->value != NULL) {
        strbuf_adds(&text, option->kind == OPTION_OPTIONAL ? "::" : ":");
        add_escaped(&text, option->value, ":\\", "\\");
        strbuf_addc(&text, ':');
        strbuf_adds(&text, words[0] != '\0' ? arena_printf(out->arena, "(%s)", words)
                                            : offers[option->offer]);
    }
    strbuf_adds(out, " \\\n    '");
    add_quoted(out, text.text);
    strbuf_addc(out, '\'');
    if (option->letter != '\0') {
        const char *behind = strchr(text.text, '[');
        strbuf_printf(out, " \\\n    '%s-%c%s", many ? "*" : "", option->letter,
                      option->value != NULL ? "+" : "");
        add_quoted(out, behind);
        strbuf_addc(out, '\'');
    }
}

static void add_zsh(struct strbuf *out)
{
    strbuf_adds(out, "#compdef dllmain-lint\n"
                     "# zsh completion; made by dllmain-lint --generate zsh\n"
                     "_dllmain_lint_rules() {\n"
                     "    local -a ids\n"
                     "    ids=(${${(M)${(f)\"$(_call_program rules dllmain-lint --list-rules "
                     "2>/dev/null)\"}:#DLM*}%% *})\n"
                     "    compadd -a ids\n"
                     "}\n"
                     "_arguments -s -S");
    each(out, zsh_option);
    strbuf_adds(out, " \\\n    '-h[the short help]' \\\n    '*:file:_files'\n");
}

/* ---- fish ---- */

static void fish_option(struct strbuf *out, const struct option *option)
{
    static const char *const offers[] = {
        [OFFER_NOTHING] = " -x",
        [OFFER_FILES] = " -r -F",
        [OFFER_FOLDERS] = " -x -a '(__fish_complete_directories)'",
        [OFFER_RULES] = (" -x -a '(dllmain-lint --list-rules 2>/dev/null | string match -r "
                         "\"^DLM[0-9]+\")'"),
        [OFFER_FORMATS] = ""};
    const char *words = value_words(out->arena, option);
    strbuf_printf(out, "complete -c dllmain-lint -l %s", option->name);
    if (option->letter != '\0') {
        strbuf_printf(out, " -s %c", option->letter);
    }
    if (words[0] != '\0') {
        strbuf_printf(out, " -x -a '%s'", words);
    } else if (option->value != NULL && option->kind != OPTION_OPTIONAL) {
        strbuf_adds(out, offers[option->offer]);
    }
    strbuf_adds(out, " -d '");
    add_escaped(out, few_words(out->arena, option), "'\\", "\\");
    strbuf_adds(out, "'\n");
}

static void add_fish(struct strbuf *out)
{
    strbuf_adds(out, "# fish completion for dllmain-lint; made by dllmain-lint --generate fish\n");
    each(out, fish_option);
    strbuf_adds(out, "complete -c dllmain-lint -s h -d 'the short help'\n"
                     "complete -c dllmain-lint -n __fish_is_first_token -a 'dump extract link'\n");
}

/* ---- PowerShell ---- */

static void add_powershell_text(struct strbuf *out, const char *text)
{
    strbuf_addc(out, '\'');
    add_escaped(out, text, "'", "'");
    strbuf_addc(out, '\'');
}

static void powershell_option(struct strbuf *out, const struct option *option)
{
    strbuf_printf(out, "        '--%s' = ", option->name);
    add_powershell_text(out, few_words(out->arena, option));
    strbuf_addc(out, '\n');
}

static void powershell_values(struct strbuf *out, const struct option *option)
{
    const char *words = value_words(out->arena, option);
    if (words[0] != '\0') {
        strbuf_printf(out, "        '--%s' = '%s'\n", option->name, words);
    }
}

static void add_powershell(struct strbuf *out)
{
    strbuf_adds(out, "# PowerShell completion for dllmain-lint; made by dllmain-lint --generate "
                     "powershell\n"
                     "Register-ArgumentCompleter -Native -CommandName dllmain-lint -ScriptBlock {\n"
                     "    param($wordToComplete, $commandAst, $cursorPosition)\n"
                     "    $options = [ordered]@{\n");
    each(out, powershell_option);
    strbuf_adds(out, "    }\n"
                     "    $values = @{\n");
    each(out, powershell_values);
    strbuf_adds(
        out, "    }\n"
             "    $words = @($commandAst.CommandElements | ForEach-Object { \"$_\" })\n"
             "    $last = if ($wordToComplete -eq '') { $words[-1] } else { $words[-2] }\n"
             "    if ($last -and $values.ContainsKey($last)) {\n"
             "        $values[$last] -split ' ' | Where-Object { $_ -like \"$wordToComplete*\" }\n"
             "        return\n"
             "    }\n"
             "    $options.GetEnumerator() | Where-Object { $_.Key -like \"$wordToComplete*\" } | "
             "ForEach-Object {\n"
             "        [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key,\n"
             "            'ParameterName', $_.Value)\n"
             "    }\n"
             "}\n");
}

void options_shell(struct strbuf *out, const char *shell)
{
    static const struct {
        const char *name;
        void (*add)(struct strbuf *out);
    } shells[] = {
        {"bash", add_bash}, {"zsh", add_zsh}, {"fish", add_fish}, {"powershell", add_powershell}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].add(out);
        }
    }
}
