void addin_register_bad(void);
