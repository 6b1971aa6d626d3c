int database_open_bad(const wchar_t *name);
void database_close_bad(void);
