#include <windows.h>

#include <aclui.h>

static void deeper_bad(void)
{
    EditSecurity(NULL, NULL);
}

void helper_bad(void)
{
    deeper_bad();
}
