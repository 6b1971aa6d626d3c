/* compiler.c - how compilers and their targets are recognised. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "project/command_line.h"
#include "project/compiler.h"
#include "support.h"

static struct compiler recognize(struct arena *arena, enum quoting quoting, const char *command)
{
    struct arguments words = {0};
    cr_assert(command_line_split(arena, &words, command, quoting, true));
    return compiler_recognize(arena, &words);
}

/* Checks driver, architecture ("-": not said), C++ and the number of words in front of the flags.
 */
static void check(const char *command, enum driver driver, const char *arch, uint32_t first_flag)
{
    struct arena *arena = arena_create();
    struct compiler compiler = recognize(arena, QUOTING_WINDOWS, command);
    cr_expect_eq(compiler.driver, driver, "%s", command);
    cr_expect_str_eq(compiler.arch == NULL ? "-" : compiler.arch, arch, "%s", command);
    cr_expect_eq(compiler.first_flag, first_flag, "%s", command);
    arena_destroy(arena);
}

Test(compiler, cross_compilers_tell_their_target)
{
    check("/usr/bin/x86_64-w64-mingw32-gcc -c a.c", DRIVER_GCC, "x86_64", 1);
    check("i686-w64-mingw32-g++-posix -c a.cpp", DRIVER_GCC, "i686", 1);
    check("i686-w64-mingw32-gcc-12.2-win32 -c a.c", DRIVER_GCC, "i686", 1);
    check("aarch64-w64-mingw32-clang++ -c a.cpp", DRIVER_GCC, "aarch64", 1);
    check("armv7-w64-mingw32-clang -c a.c", DRIVER_GCC, "armv7", 1);
    check("C:\\msys64\\mingw64\\bin\\x86_64-w64-mingw32-gcc.EXE -c a.c", DRIVER_GCC, "x86_64", 1);
    check("i586-mingw32msvc-gcc -c a.c", DRIVER_GCC, "i686", 1);
}

Test(compiler, a_plain_compiler_does_not_tell_its_target)
{
    check("gcc -c a.c", DRIVER_GCC, "-", 1);
    check("clang-19 -c a.c", DRIVER_GCC, "-", 1);
    check("my-strange-wrapper -c a.c", DRIVER_GCC, "-", 1);
}

Test(compiler, cl_has_its_target_in_its_path)
{
    check("\"C:\\VC\\Tools\\MSVC\\14.38.33130\\bin\\Hostx64\\x86\\cl.exe\" /c", DRIVER_CL, "i686",
          1);
    check("C:\\VC\\bin\\HostX64\\x64\\CL.exe /c", DRIVER_CL, "x86_64", 1);
    check("C:\\VC\\bin\\Hostx64\\arm64\\cl.exe /c", DRIVER_CL, "aarch64", 1);
    check("C:\\VC\\bin\\amd64_x86\\cl.exe /c", DRIVER_CL, "i686", 1);
    check("C:\\VC\\bin\\x86_amd64\\cl.exe /c", DRIVER_CL, "x86_64", 1);
    check("cl /c", DRIVER_CL, "-", 1);
    check("C:\\LLVM\\bin\\clang-cl.exe /c", DRIVER_CL, "-", 1);
    check("icl.exe /c", DRIVER_CL, "-", 1);
    check("clang --driver-mode=cl /c", DRIVER_CL, "-", 1);
}

Test(compiler, wrappers_are_looked_through)
{
    check("ccache x86_64-w64-mingw32-gcc -c a.c", DRIVER_GCC, "x86_64", 2);
    check("C:\\tools\\sccache.exe C:\\VC\\bin\\Hostx64\\x64\\cl.exe /c", DRIVER_CL, "x86_64", 2);
    check("ccache distcc i686-w64-mingw32-gcc -c a.c", DRIVER_GCC, "i686", 3);
    check("env -u LANG A=b LC_ALL=C icecc i686-w64-mingw32-gcc -c", DRIVER_GCC, "i686", 7);
    check("cmake -E env A=b ccache i686-w64-mingw32-gcc -c", DRIVER_GCC, "i686", 6);
    check("cmake.exe -E env --unset=X -- cl /c", DRIVER_CL, "-", 6);
    check("cmake -E __run_co_compile --tidy=clang-tidy --source=a.c -- i686-w64-mingw32-gcc -c",
          DRIVER_GCC, "i686", 7);
    check("/bin/sh ../libtool --tag=CC --mode=compile i686-w64-mingw32-gcc -c", DRIVER_GCC, "i686",
          5);
    check("wine cl.exe /c", DRIVER_CL, "-", 2);
    check("zig c++ -c a.cpp", DRIVER_GCC, "-", 2);
}

Test(compiler, a_wrapper_without_a_compiler_is_the_compiler)
{
    check("ccache", DRIVER_GCC, "-", 1);
    check("distcc -c a.c", DRIVER_GCC, "-", 3);
    check("cmake -E env", DRIVER_GCC, "-", 1);
}

static const char *target_of(struct bench *bench, const char *command)
{
    struct project *project = bench_load_command(bench, bench_path(bench, "build"), "a.c", command);
    cr_assert(project != NULL, "%s: %s", command, bench->messages.text);
    return project->jobs.at[0].target;
}

Test(compiler, targets_become_gnu_triples)
{
    struct bench *bench = bench_start("targets");
    static const char *const cases[][2] = {
        {"gcc -c a.c", "x86_64-w64-windows-gnu"},
        {"gcc -m32 -c a.c", "i686-w64-windows-gnu"},
        {"i686-w64-mingw32-gcc -m64 -c a.c", "x86_64-w64-windows-gnu"},
        {"aarch64-w64-mingw32-gcc -m32 -c a.c", "aarch64-w64-windows-gnu"},
        {"clang --target=i686-pc-windows-msvc -c a.c", "i686-w64-windows-gnu"},
        {"clang -target arm64-pc-windows-msvc -c a.c", "aarch64-w64-windows-gnu"},
        {"clang --target=arm64ec-pc-windows-msvc -c a.c", "aarch64-w64-windows-gnu"},
        {"clang-cl -m32 /c a.c", "i686-w64-windows-gnu"},
        {"clang-cl --target=aarch64-pc-windows-msvc /c a.c", "aarch64-w64-windows-gnu"},
        {"cl /arch:IA32 /c a.c", "i686-w64-windows-gnu"},
        {"cl /arch:AVX2 /c a.c", "x86_64-w64-windows-gnu"},
        {"/vc/bin/Hostx64/x64/cl.exe /arch:SSE2 /c a.c", "x86_64-w64-windows-gnu"},
        {"riscv64-linux-gnu-gcc -c a.c", "x86_64-w64-windows-gnu"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cr_expect_str_eq(target_of(bench, cases[i][0]), cases[i][1], "%s", cases[i][0]);
    }
    bench_end(bench);
}

Test(compiler, the_users_target_goes_before_all)
{
    struct bench *bench = bench_start("user_target");
    bench->request.target = "i686-w64-windows-gnu";
    cr_expect_str_eq(target_of(bench, "x86_64-w64-mingw32-gcc -m64 -c a.c"),
                     "i686-w64-windows-gnu");
    bench->request.target = "x86_64 -load";
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "expected a triple"));
    bench_end(bench);
}
