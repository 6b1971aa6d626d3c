BOOL update_wanted_bad(const wchar_t *address);
