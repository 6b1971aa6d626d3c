int printer_open_bad(wchar_t *name);
void printer_close_bad(void);
