#include "addin.h"
#include "xlcall.h"

enum { XLF_REGISTER = 149 };

void addin_register_bad(void)
{
    Excel12(XLF_REGISTER, 0, 0);
}
