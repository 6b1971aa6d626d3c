void report_open_bad(void);
void report_thread_bad(unsigned long id);
