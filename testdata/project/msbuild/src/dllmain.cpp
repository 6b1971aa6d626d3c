int on_attach();
