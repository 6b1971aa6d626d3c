int seed_make_bad(void);
