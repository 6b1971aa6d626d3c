#include "../worker.h"

#include <windows.h>

namespace {

class Impl : public Worker {
public:
    void work() override { work_bad(); }

private:
    void work_bad() { LoadLibraryA("worker.dll"); }
};

} // namespace

Worker *loading_worker()
{
    static Impl impl;
    return &impl;
}
