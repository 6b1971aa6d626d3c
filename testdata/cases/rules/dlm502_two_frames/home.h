void home_connect_bad(const char *host);
void home_close_bad(void);
