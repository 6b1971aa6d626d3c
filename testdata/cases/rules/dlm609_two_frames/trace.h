void trace_flush_bad(void);
void trace_stop_bad(void);
