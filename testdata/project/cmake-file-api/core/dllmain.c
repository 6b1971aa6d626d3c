int dllmain(void);
