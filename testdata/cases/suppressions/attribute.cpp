// [[gsl::suppress]] reaches over the statement, function or class that it stands at.
#include <windows.h>

[[gsl::suppress("DLM101")]] static void function_ok(bool again)
{
    if (again) {
        LoadLibraryA("a");
    }
    LoadLibraryA("b");
}

static void behind_function_bad()
{
    LoadLibraryA("c");
}

static void statement_ok(int n)
{
    [[gsl::suppress(DLM101)]] LoadLibraryA("d");
    [[gsl::suppress("DLM101", justification: "the host has it")]]
    if (n > 1) {
        LoadLibraryA("e");
    } else if (n > 0) {
        LoadLibraryA("f");
    } else
        LoadLibraryA("g");
    [[gsl::suppress("type.1", "DLM101")]] {
        LoadLibraryA("h");
    }
    [[using gsl: suppress("DLM101")]] for (int i = 0; i < n; i++) LoadLibraryA("i");
    [[gsl::suppress("DLM101")]] auto load = [](const char *name) { LoadLibraryA(name); };
    load("j");
}

static void behind_statement_bad(int n)
{
    [[gsl::suppress("DLM101")]] if (n > 1) {
        Sleep(0);
    }
    LoadLibraryA("k");
    [[gsl::suppress("DLM101")]] Sleep(n);
    LoadLibraryA("l");
}

static void other_rule_bad()
{
    [[gsl::suppress("type.1")]] LoadLibraryA("m");
    [[maybe_unused]] auto handle = LoadLibraryA("[[gsl::suppress(\"DLM101\")]]");
}

struct [[gsl::suppress("DLM101")]] loader {
    loader() : name{"n"}, module{LoadLibraryA("o")} { LoadLibraryA(name); }
    void load_ok() { LoadLibraryA("p"); }
    const char *name;
    HMODULE module;
};

struct other {
    [[gsl::suppress("DLM101")]] other() : name{"q"}, module{LoadLibraryA("r")} { LoadLibraryA(name); }
    void load_bad() { LoadLibraryA("s"); }
    const char *name;
    HMODULE module;
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        function_ok(true);
        behind_function_bad();
        statement_ok(static_cast<int>(reason) + GetTickCount());
        behind_statement_bad(2);
        other_rule_bad();
        loader().load_ok();
        other().load_bad();
    }
    return TRUE;
}
