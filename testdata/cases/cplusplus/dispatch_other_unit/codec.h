#ifndef CODEC_H
#define CODEC_H

#include "plugin.h"

class CodecPlugin : public Plugin {
public:
    void start() override;
};

class UnusedPlugin : public CodecPlugin {
public:
    void start() override;
    void stop() override;
};

#endif
