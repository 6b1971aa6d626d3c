#include "../worker.h"

#include <windows.h>

namespace {

class Impl : public Worker {
public:
    void work() override { work_ok(); }

private:
    void work_ok() { OutputDebugStringA("working"); }
};

} // namespace

Worker *quiet_worker()
{
    static Impl impl;
    return &impl;
}
