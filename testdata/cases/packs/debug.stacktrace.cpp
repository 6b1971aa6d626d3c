/* Stack traces: their making is harmless, their texts load a DLL. */
#include <windows.h>

/* not in mingw-w64 */
extern "C" {
unsigned __std_stacktrace_address_to_string(const void *, void *);
void __std_stacktrace_description(const void *, void *);
void __std_stacktrace_source_file(const void *, void *);
unsigned __std_stacktrace_source_line(const void *);
void __std_stacktrace_to_string(const void *, unsigned, void *);
}
namespace std
{
struct stacktrace_entry {
    int description() const;
    int source_file() const;
    unsigned source_line() const;
};
template <class A> struct basic_stacktrace {
    static basic_stacktrace current();
    stacktrace_entry first;
};
typedef basic_stacktrace<int> stacktrace;
} // namespace std
namespace boost
{
namespace stacktrace
{
struct frame {
    int name() const;
    int source_file() const;
    int source_line() const;
};
template <class A> struct basic_stacktrace {
    basic_stacktrace();
    frame first;
};
int to_string(const frame &);
} // namespace stacktrace
} // namespace boost

static void all_bad(const std::stacktrace &trace, const boost::stacktrace::basic_stacktrace<int> &other)
{
    __std_stacktrace_address_to_string(nullptr, nullptr);
    __std_stacktrace_description(nullptr, nullptr);
    __std_stacktrace_source_file(nullptr, nullptr);
    __std_stacktrace_source_line(nullptr);
    __std_stacktrace_to_string(nullptr, 0, nullptr);
    trace.first.description();
    trace.first.source_file();
    trace.first.source_line();
    other.first.name();
    other.first.source_file();
    other.first.source_line();
    boost::stacktrace::to_string(other.first);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    std::stacktrace trace = std::stacktrace::current();
    boost::stacktrace::basic_stacktrace<int> other;
    all_bad(trace, other);
    return TRUE;
}
