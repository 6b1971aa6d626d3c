int on_attach() { return 0; }
