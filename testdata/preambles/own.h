/* A header of the project without a guard against its second inclusion. */
#ifndef OWN_TWICE
#define OWN_TWICE
static const int own_table[] = {OWN_FIRST, 2, 3};
extern int own_shared;
extern int own_elsewhere;
static inline int own_inline(int x)
{
    return OWN_ADD(x) + own_table[0];
}
#else
#define OWN_SECOND 1
#endif
