int objs(void);
