/* Objects of the Concurrency Runtime, at global scope and in DllMain. */
#include <windows.h>

/* not in mingw-w64 */
namespace Concurrency
{
struct policy {
};
struct CurrentScheduler {
    static void Create(const policy &);
};
struct Scheduler {
    static Scheduler *Create(const policy &);
};
struct critical_section {
    critical_section();
};
struct event {
    event();
};
struct reader_writer_lock {
    reader_writer_lock();
};
struct structured_task_group {
    structured_task_group();
};
struct task_group {
    task_group();
};
template <class T> struct combinable {
    combinable();
};
template <class T> struct concurrent_queue {
    concurrent_queue();
};
template <class T> struct concurrent_vector {
    concurrent_vector();
};
template <class K, class V> struct concurrent_unordered_map {
    concurrent_unordered_map();
};
template <class T> struct unbounded_buffer {
    unbounded_buffer();
};
template <class T> struct overwrite_buffer {
    overwrite_buffer();
};
template <class T> struct single_assignment {
    single_assignment();
};
} // namespace Concurrency

static Concurrency::critical_section g_lock_bad;
static Concurrency::event g_event_bad;
static Concurrency::reader_writer_lock g_reader_bad;
static Concurrency::structured_task_group g_tasks_bad;
static Concurrency::task_group g_group_bad;
static Concurrency::combinable<int> g_combinable_bad;
static Concurrency::concurrent_queue<int> g_queue_bad;
static Concurrency::concurrent_vector<int> g_vector_bad;
static Concurrency::concurrent_unordered_map<int, int> g_map_bad;
static Concurrency::unbounded_buffer<int> g_unbounded_bad;
static Concurrency::overwrite_buffer<int> g_overwrite_bad;
static Concurrency::single_assignment<int> g_single_bad;

static void all_bad()
{
    Concurrency::CurrentScheduler::Create(Concurrency::policy());
    Concurrency::Scheduler::Create(Concurrency::policy());
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    all_bad();
    return TRUE;
}
