/* flags_gcc.c - which flags of gcc and clang pass. */
#include <criterion/criterion.h>

#include "support.h"

/* Checks what becomes of a command that compiles build/a.c or build/a.cpp. */
static void check(struct bench *bench, const char *file, const char *command, const char *expected)
{
    cr_expect_str_eq(bench_args(bench, file, command), expected, "%s\n%s", command,
                     bench->messages.text);
}

Test(flags_gcc, macros_and_include_paths_pass_in_both_forms)
{
    struct bench *bench = bench_start("gcc_paths");
    check(bench, "a.c", "gcc -DA -D B=1 '-DS=\"x y\"' -UC -U D -c a.c",
          "-DA -DB=1 -DS=\"x y\" -UC -UD");
    check(bench, "a.c", "gcc -Iinc -I ../inc2 -I/opt/x -isystem sys -isystemsys2 -c a.c",
          "-I~/build/inc -I~/inc2 -I/opt/x -isystem ~/build/sys -isystem ~/build/sys2");
    check(bench, "a.c", "gcc -iquote q -idirafter d --sysroot=/s --sysroot t -isysroot u a.c",
          "-iquote ~/build/q -idirafter ~/build/d --sysroot=/s --sysroot=~/build/t -isysroot "
          "~/build/u");
    check(bench, "a.c", "gcc -Isub\\\\dir -c a.c", "-I~/build/sub/dir");
    bench_end(bench);
}

Test(flags_gcc, forced_headers_are_absolute_where_they_lie_in_the_folder)
{
    struct bench *bench = bench_start("gcc_include");
    bench_write(bench, "build/config.h", "");
    check(bench, "a.c", "gcc -include config.h -include found/later.h -imacros m.h -c a.c",
          "-include ~/build/config.h -include found/later.h -imacros m.h");
    bench_end(bench);
}

Test(flags_gcc, precompiled_headers_are_undone)
{
    struct bench *bench = bench_start("gcc_pch");
    bench_write(bench, "build/p/cmake_pch.hxx", "");
    check(bench, "a.cpp", "g++ -Winvalid-pch -include gone/cmake_pch.hxx -c a.cpp", "");
    check(bench, "a.cpp", "g++ -Winvalid-pch -include p/cmake_pch.hxx -c a.cpp",
          "-include ~/build/p/cmake_pch.hxx");
    check(bench, "a.cpp",
          "clang++ -Xclang -include-pch -Xclang p/cmake_pch.hxx.pch -Xclang -include -Xclang "
          "p/cmake_pch.hxx -c a.cpp",
          "-include ~/build/p/cmake_pch.hxx");
    check(bench, "a.cpp", "clang++ -include-pch p/cmake_pch.hxx.pch -DA a.cpp", "-DA");
    bench_end(bench);
}

Test(flags_gcc, flags_of_the_language_pass)
{
    struct bench *bench = bench_start("gcc_language");
    check(bench, "a.cpp",
          "g++ -std=gnu++17 -fno-exceptions -fno-rtti -funsigned-char -fshort-wchar -c a.cpp",
          "-fno-exceptions -fno-rtti -funsigned-char -fshort-wchar -std=gnu++17");
    check(bench, "a.c", "gcc -ansi -fgnu89-inline -fms-extensions -nostdlibinc -c a.c",
          "-ansi -fgnu89-inline -fms-extensions -nostdlibinc");
    check(bench, "a.c", "gcc -pthread -mthreads -municode -fpack-struct=4 -msse4.2 a.c",
          "-D_REENTRANT -D_MT -DUNICODE -fpack-struct=4 -msse4.2");
    check(bench, "a.c", "gcc -fpack-struct=9999999999999 -fms-compatibility -c a.c", "");
    bench_end(bench);
}

Test(flags_gcc, a_standard_of_the_other_language_is_dropped)
{
    struct bench *bench = bench_start("gcc_standard");
    check(bench, "a.c", "gcc -std=c++17 -c a.c", "");
    check(bench, "a.c", "gcc -std=c17 -c a.c", "-std=c17");
    check(bench, "a.cpp", "g++ -std=gnu11 -c a.cpp", "");
    check(bench, "a.c", "gcc -std=c99 -std=gnu2x -c a.c", "-std=gnu2x");
    check(bench, "a.c", "gcc -std=@file -c a.c", "");
    bench_end(bench);
}

Test(flags_gcc, the_language_is_said_where_the_extension_does_not)
{
    struct bench *bench = bench_start("gcc_x");
    check(bench, "a.c", "g++ -c a.c", "-x c++");
    check(bench, "a.c", "gcc -x c++ -c a.c", "-x c++");
    check(bench, "a.inc", "gcc -xc -c a.inc", "-x c");
    check(bench, "a.cpp", "g++ -x c++ -c a.cpp", "");
    check(bench, "a.C", "gcc -c a.C", "");
    check(bench, "a.S", "gcc -c a.S", "(none)");
    bench_end(bench);
}

Test(flags_gcc, flags_for_code_warnings_and_linker_are_dropped_without_count)
{
    struct bench *bench = bench_start("gcc_ignored");
    struct project *project = bench_load_command(
        bench, bench_path(bench, "build"), "a.c",
        "gcc -O2 -g -Wall -Werror -MD -MT a.o -MF a.o.d -MMD -o a.o -fPIC -c a.c -lfoo -L lib "
        "-l bar -shared -pipe -Wl,--out-implib,x.a -march=native");
    cr_assert_not_null(project);
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]), "");
    cr_expect_eq(project->n_dropped_flags, 0);
    cr_expect_str_eq(project->jobs.at[0].object, "a.o");
    bench_end(bench);
}

Test(flags_gcc, unknown_flags_are_dropped_and_counted)
{
    struct bench *bench = bench_start("gcc_unknown");
    struct project *project = bench_load_command(bench, bench_path(bench, "build"), "a.c",
                                                 "gcc -fnew-in-gcc-99 --mystery=1 -DA -c a.c");
    cr_assert_not_null(project);
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]), "-DA");
    cr_expect_eq(project->n_dropped_flags, 2);
    bench_end(bench);
}

Test(flags_gcc, nothing_that_loads_code_or_writes_files_passes)
{
    struct bench *bench = bench_start("gcc_hostile");
    check(bench, "a.c",
          "clang -Xclang -load -Xclang evil.so -Xclang -plugin -Xclang evil -fplugin=evil.so "
          "-fplugin-arg-evil-x=y -fpass-plugin=evil.so -fpass-plugin evil.so -c a.c",
          "");
    check(
        bench, "a.c",
        "clang -o out -MF dep -MJ json -save-temps -ftime-trace=x --serialize-diagnostics d "
        "-serialize-diagnostics d -index-store-path i -fmodules -fmodules-cache-path=m "
        "-fdiagnostics-format=sarif-file -fprofile-instr-generate=p -ivfsoverlay o.yaml "
        "-fcrash-diagnostics-dir=d -dumpdir d --config c -resource-dir r -B tools -wrapper gdb a.c",
        "");
    check(bench, "a.c", "clang -mllvm -load=evil.so -Xpreprocessor -Ievil -Wp,-Ievil a.c", "");
    check(bench, "a.c", "clang -Xlinker -Ievil -MT -Ievil -Xclang -Ievil -DA a.c", "-DA");
    bench_end(bench);
}

Test(flags_gcc, an_option_without_its_value_at_the_end_is_dropped)
{
    struct bench *bench = bench_start("gcc_short");
    check(bench, "a.c", "gcc -DA a.c -D", "-DA");
    check(bench, "a.c", "gcc -DA a.c -I ''", "-DA");
    check(bench, "a.c", "gcc -DA a.c -Xclang", "-DA");
    check(bench, "a.c", "gcc -DA -D '' a.c -include ''", "-DA");
    bench_end(bench);
}

Test(flags_gcc, behind_two_dashes_there_are_only_files)
{
    struct bench *bench = bench_start("gcc_dashes");
    check(bench, "a.c", "clang -DA -- -DB.c a.c", "-DA");
    bench_end(bench);
}

Test(flags_gcc, every_job_has_target_extensions_no_limit_and_no_warnings)
{
    struct bench *bench = bench_start("gcc_always");
    struct project *project =
        bench_load_command(bench, bench_path(bench, "build"), "a.c", "gcc -c a.c");
    cr_assert_not_null(project);
    const struct job *job = &project->jobs.at[0];
    cr_assert_eq(job->n_args, 4);
    cr_expect_str_eq(job->args[0], "--target=x86_64-w64-windows-gnu");
    cr_expect_str_eq(job->args[1], "-fms-extensions");
    cr_expect_str_eq(job->args[2], "-ferror-limit=0");
    cr_expect_str_eq(job->args[3], "-w");
    bench_end(bench);
}
