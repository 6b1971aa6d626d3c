#include <windows.h>

/* not in mingw-w64 */
namespace Concurrency
{
struct critical_section {
    critical_section();
};
} // namespace Concurrency

void component_bad();

static void work_bad()
{
    static Concurrency::critical_section lock;
}

void component_bad()
{
    work_bad();
}
