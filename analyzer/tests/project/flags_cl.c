/* flags_cl.c - the flags of cl.exe and clang-cl in gcc's form. */
#include <criterion/criterion.h>

#include "support.h"

#define MSC "-D_MSC_VER=1929"

static void check(struct bench *bench, const char *file, const char *command, const char *expected)
{
    cr_expect_str_eq(bench_args(bench, file, command), expected, "%s\n%s", command,
                     bench->messages.text);
}

Test(flags_cl, macros_and_include_paths_are_translated)
{
    struct bench *bench = bench_start("cl_paths");
    check(bench, "a.cpp", "cl /DA /D B=1 -DC \"/DN=\\\"x y\\\"\" /DE#2 /UF /U G /c a.cpp",
          MSC " -DA -DB=1 -DC -DN=\"x y\" -DE=2 -UF -UG");
    check(bench, "a.cpp", "cl /Iinc /I ../inc2 -I inc3 /external:I ext /external:Iext2 /c a.cpp",
          MSC " -I~/build/inc -I~/inc2 -I~/build/inc3 -isystem ~/build/ext -isystem ~/build/ext2");
    check(bench, "a.cpp", "clang-cl /imsvc sdk -imsvcsdk2 /FIpre.h /FI pre2.h /c a.cpp",
          MSC " -isystem ~/build/sdk -isystem ~/build/sdk2 -include pre.h -include pre2.h");
    bench_end(bench);
}

Test(flags_cl, standards_become_gnus_variant)
{
    struct bench *bench = bench_start("cl_std");
    check(bench, "a.cpp", "cl /std:c++17 /c a.cpp", MSC " -std=gnu++17");
    check(bench, "a.cpp", "cl -std:c++latest /c a.cpp", MSC " -std=gnu++23");
    check(bench, "a.c", "cl /std:c17 /std:c++20 /c a.c", MSC);
    check(bench, "a.c", "cl /std:c11 /c a.c", MSC " -std=gnu11");
    bench_end(bench);
}

Test(flags_cl, flags_of_the_language_are_translated)
{
    struct bench *bench = bench_start("cl_language");
    check(bench, "a.cpp", "cl /J /Zp8 /EHsc /GR- /Zc:threadSafeInit- /c a.cpp",
          MSC " -funsigned-char -fpack-struct=8 -fexceptions -fno-rtti -fno-threadsafe-statics");
    check(bench, "a.cpp", "cl /Zp /EHs-c- /Zc:wchar_t- /Zc:inline /permissive- /clr /c a.cpp",
          MSC " -fpack-struct=1");
    check(bench, "a.cpp", "cl /Zp12 /openmp /openmp:llvm /c a.cpp", MSC);
    bench_end(bench);
}

Test(flags_cl, run_time_libraries_define_their_macros)
{
    struct bench *bench = bench_start("cl_runtime");
    check(bench, "a.c", "cl /MD /c a.c", MSC " -D_MT -D_DLL");
    check(bench, "a.c", "cl /MDd /c a.c", MSC " -D_MT -D_DLL -D_DEBUG");
    check(bench, "a.c", "cl /MT /c a.c", MSC " -D_MT");
    check(bench, "a.c", "cl /LDd /c a.c", MSC " -D_MT -D_DEBUG");
    bench_end(bench);
}

Test(flags_cl, the_language_follows_tc_and_tp)
{
    struct bench *bench = bench_start("cl_tc");
    check(bench, "a.c", "cl /TP /c a.c", MSC " -x c++");
    check(bench, "a.cpp", "cl /TC /c a.cpp", MSC " -x c");
    check(bench, "a.inl", "cl /c /Tpa.inl", MSC " -x c++");
    check(bench, "a.inl", "cl /c /Tc a.inl", MSC " -x c");
    check(bench, "a.c", "cl /c /Tpother.c a.c", MSC);
    check(bench, "A.C", "cl /c A.C", MSC " -x c");
    bench_end(bench);
}

Test(flags_cl, precompiled_headers_are_undone)
{
    struct bench *bench = bench_start("cl_pch");
    bench_write(bench, "build/cmake_pch.hxx", "");
    check(bench, "a.cpp", "cl /Yupch.h /Fppch.pch /Ycpch.h /Y- /Yd /c a.cpp", MSC);
    check(bench, "a.cpp", "cl /Yucmake_pch.hxx /Fpcmake_pch.cxx.pch /FIcmake_pch.hxx /c a.cpp",
          MSC " -include ~/build/cmake_pch.hxx");
    check(bench, "a.cpp", "cl /Yugone/cmake_pch.hxx /FIgone/cmake_pch.hxx /c a.cpp", MSC);
    bench_end(bench);
}

Test(flags_cl, clangs_own_flags_pass_the_same_list)
{
    struct bench *bench = bench_start("cl_clang");
    check(bench, "a.cpp", "clang-cl -fno-rtti /clang:-std=c++20 -msse4.2 -Wno-x -fuse-ld=lld a.cpp",
          MSC " -fno-rtti -msse4.2 -std=c++20");
    check(
        bench, "a.cpp",
        "clang-cl -Xclang -load -Xclang x.so -fplugin=x.so /clang:-fplugin=x.so /clang:-o /clang:x "
        "-fms-compatibility -mllvm -load=x.so -resource-dir r a.cpp",
        MSC);
    bench_end(bench);
}

Test(flags_cl, objects_are_known_also_by_their_folder)
{
    struct bench *bench = bench_start("cl_object");
    static const char *const cases[][2] = {
        {"cl /Foout/x.obj /c a.c", "out/x.obj"},
        {"cl /Foout/ /c a.c", "out/a.obj"},
        {"cl /Fo: out/y.obj /c a.c", "out/y.obj"},
        {"clang-cl -o out/z.obj /c a.c", "out/z.obj"},
        {"cl /c a.c", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct project *project =
            bench_load_command(bench, bench_path(bench, "build"), "a.c", cases[i][0]);
        cr_assert_not_null(project);
        cr_expect_str_eq(project->jobs.at[0].object, cases[i][1]);
    }
    bench_end(bench);
}

Test(flags_cl, a_source_that_looks_like_an_option_is_a_source)
{
    struct bench *bench = bench_start("cl_slash");
    bench_write(bench, "Dir/a.c", "int a;\n");
    const char *file = bench_path(bench, "Dir/a.c");
    const char *command = arena_printf(bench->arena, "clang-cl /DA /c %s", file);
    struct project *project = bench_load_command(bench, bench_path(bench, "build"), file, command);
    cr_assert_not_null(project);
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]), MSC " -DA");
    cr_expect_eq(project->n_dropped_flags, 0);
    bench_end(bench);
}

Test(flags_cl, the_linkers_options_are_not_the_compilers)
{
    struct bench *bench = bench_start("cl_link");
    check(bench, "a.c", "cl /DA a.c /link /DB /ENTRY:X", MSC " -DA");
    bench_end(bench);
}

Test(flags_cl, only_cl_gets_its_version_unless_asked_for)
{
    struct bench *bench = bench_start("cl_version");
    check(bench, "a.c", "gcc -DA -c a.c", "-DA");
    bench->request.msc_ver = true;
    check(bench, "a.c", "gcc -DA -c a.c", MSC " -DA");
    bench_end(bench);
}
