#include "codec.h"

Plugin *make_plugin()
{
    return new CodecPlugin;
}
