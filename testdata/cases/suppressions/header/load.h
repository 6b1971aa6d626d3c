/* Headers are read as well. */
static inline void header_ok(void)
{
    LoadLibraryA("a"); // NOLINT(DLM101)
}

static inline void header_bad(void)
{
    LoadLibraryA("b");
}
