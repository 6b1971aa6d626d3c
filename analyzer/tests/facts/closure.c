/* closure.c - what changes the hash of all that a unit may read, and what does not. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "facts/closure.h"

static struct arena *arena;
static const char *folder;

static void write_text(const char *name, const char *text)
{
    cr_assert_null(os_write_file(arena, path_join(arena, folder, name), text, strlen(text)));
}

static void set_up(void)
{
    arena = arena_create();
    folder = arena_printf(arena, "%s/dllmain-lint.closure.%llu", os_temporary_folder(arena),
                          (unsigned long long)os_process_id());
    write_text("a.c", "#include \"one.h\"\n#include <Two.h>\n#include <none.h>\n");
    write_text("one.h", "");
    write_text("first/other.h", "");
    write_text("second/two.h", "#include \"deep.h\"\n#include_next <two.h>\n");
    write_text("second/deep.h", "");
    write_text("third/two.h", "");
}

static void tear_down(void)
{
    static const char *const folders[] = {"first", "second", "third", "."};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        os_remove_folder(path_join(arena, folder, folders[i]));
    }
    arena_destroy(arena);
}

/* The hash of the unit as the disk is now; `asked` (NULL: none) is looked for among the files. */
static const char *hash_now(const char *asked, bool *has)
{
    const char *args[] = {arena_printf(arena, "-I%s/first", folder), "-isystem",
                          arena_printf(arena, "%s/second", folder),
                          arena_printf(arena, "-I%s/third", folder)};
    struct search_path path = search_path_of(arena, args, 4);
    struct file_index *index = file_index_create(arena, folder);
    struct closure *closure = closure_start(arena_create(), index, &path, NULL);
    struct hash hash;
    hash_start(&hash);
    cr_assert(closure_add_file(closure, path_join(arena, folder, "a.c"), &hash));
    if (asked != NULL) {
        size_t len = 0;
        const char *file = path_join(arena, folder, asked);
        const char *text = os_read_file(arena, file, &len, NULL);
        *has = closure_has(closure, file, hash_bytes(text, len).hex);
    }
    struct hash_text text = hash_finish(&hash);
    return arena_strdup(arena, text.hex);
}

static void changes(const char *name, const char *text)
{
    const char *before = hash_now(NULL, NULL);
    write_text(name, text);
    cr_assert_str_neq(hash_now(NULL, NULL), before, "%s", name);
}

TestSuite(closure, .init = set_up, .fini = tear_down);

Test(closure, follows_names_as_clang_does)
{
    static const char *const files[] = {"a.c", "one.h", "third/two.h"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        bool has = false;
        (void)hash_now(files[i], &has);
        cr_assert(has, "%s", files[i]);
    }
    bool has = true;
    (void)hash_now("first/other.h", &has);
    cr_assert_not(has);
}

Test(closure, sees_edits_and_files_that_appear)
{
    changes("one.h", "int x;");
    changes("third/two.h", "int x;");
    changes("first/two.h", "");  /* earlier in the search path */
    changes("third/none.h", ""); /* there was none */
    const char *before = hash_now(NULL, NULL);
    write_text("first/other.h", "int unrelated;");
    write_text("second/one.h", ""); /* behind the one beside the file */
    cr_assert_str_eq(hash_now(NULL, NULL), before);
}

/* What the index knows of files that have lain there for long. */
static const char *known_of(struct file_index *index)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    file_index_write(&out, index);
    return out.text;
}

/* Reads the file of the index's tests, which includes others, on what was known (NULL: nothing). */
static struct file_index *index_of(const char *name, const char *known, const char **hash_text)
{
    struct search_path path = {0};
    struct file_index *index = file_index_create(arena, SOURCE_FOLDER);
    if (known != NULL) {
        file_index_recall(index, arena_strdup(arena, known));
    }
    struct closure *closure = closure_start(arena, index, &path, NULL);
    struct hash hash;
    hash_start(&hash);
    cr_assert(closure_add_file(closure, name, &hash));
    cr_assert(closure_count(closure) > 1);
    *hash_text = arena_strdup(arena, hash_finish(&hash).hex);
    return index;
}

Test(closure, an_index_takes_over_what_an_earlier_one_knew)
{
    static const char file[] = SOURCE_FOLDER "/testdata/sample/provider/dllmain.cpp";
    const char *plain = NULL;
    const char *again = NULL;
    struct file_index *index = index_of(file, NULL, &plain);
    cr_assert(file_index_is_new(index));
    const char *known = known_of(index);
    cr_assert_not_null(strstr(known, file), "the sources were changed just now: run it again");
    index = index_of(file, known, &again);
    cr_assert_str_eq(again, plain);
    cr_assert_not(file_index_is_new(index));
    cr_assert_str_eq(known_of(index), known);
    cr_assert(name_set_has(&file_index_mentions(index, 0)->code, name_hash("DllMain", 7)));
}

Test(closure, what_is_known_may_be_damaged)
{
    static const char file[] = SOURCE_FOLDER "/testdata/sample/provider/dllmain.cpp";
    const char *plain = NULL;
    const char *again = NULL;
    const char *known = known_of(index_of(file, NULL, &plain));
    for (size_t len = 0; len < strlen(known); len++) {
        struct file_index *index = index_of(file, arena_strndup(arena, known, len), &again);
        cr_assert_str_eq(again, plain, "%zu bytes of it", len);
        (void)index;
    }
}

Test(closure, of_a_file_that_was_changed_lately_nothing_is_kept)
{
    struct search_path path = {0};
    struct file_index *index = file_index_create(arena, folder);
    struct closure *closure = closure_start(arena, index, &path, NULL);
    struct hash hash;
    hash_start(&hash);
    cr_assert(closure_add_file(closure, path_join(arena, folder, "a.c"), &hash));
    (void)hash_finish(&hash);
    cr_assert_str_eq(known_of(index), "");
}
