void util_load_bad(const char *name);
void util_free_bad(void);
