#include <stddef.h>

void log_begin_bad(void);
void account_name_bad(wchar_t *name, unsigned long length);
