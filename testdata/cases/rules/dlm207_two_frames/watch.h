void watch_close_bad(void);
