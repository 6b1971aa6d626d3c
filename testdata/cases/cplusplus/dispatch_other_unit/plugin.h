#ifndef PLUGIN_H
#define PLUGIN_H

class Plugin {
public:
    virtual ~Plugin() {}
    virtual void start() = 0;
    virtual void stop() {}
};

Plugin *make_plugin();
Plugin *make_other();

#endif
