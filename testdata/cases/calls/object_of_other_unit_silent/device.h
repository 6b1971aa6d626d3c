struct device {
    void (*shutdown)(void);
    int number;
};

extern struct device *g_current;

void install_devices(void);
