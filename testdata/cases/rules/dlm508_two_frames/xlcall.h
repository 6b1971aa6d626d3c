/* As Excel's SDK declares it. */
struct xloper12;
int __cdecl Excel12(int function, struct xloper12 *result, int count, ...);
