#include <windows.h>

enum { WORKER_STARTING, WORKER_RUNS };

extern volatile int worker_state;
extern volatile int user_state;

void worker_start_bad(void);
void user_changes_ok(int state);
