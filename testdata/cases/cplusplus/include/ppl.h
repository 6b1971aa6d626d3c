/* Declarations of our own in the place of the Parallel Patterns Library's. */
#ifndef CASES_PPL_H
#define CASES_PPL_H

namespace Concurrency {

template <typename T> class task {
public:
    task();
    void wait() const;
    T get() const;
    bool is_done() const;
};

template <typename F> task<int> create_task(F)
{
    return task<int>();
}
template <typename I, typename F> void parallel_for(I, I, const F &) {}
template <typename F, typename G> void parallel_invoke(const F &, const G &) {}

class task_group {
public:
    task_group();
    ~task_group();
    template <typename F> void run(const F &) {}
    int wait();
};

} // namespace Concurrency

namespace concurrency = Concurrency;

#endif
