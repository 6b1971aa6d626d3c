void log_start_ok(void);
void codec_start_bad(void);
