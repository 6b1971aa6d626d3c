/* Makes the functions. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "engine.h"

void codec::load_bad()
{
    LoadLibraryA("codec");
}

void codec::unload_bad()
{
    FreeLibrary(GetModuleHandleA("codec"));
}

void codec::rest_ok()
{
    LoadLibraryA("rest");
}

template <class T> void warm_up_bad(T *)
{
    LoadLibraryA("warm");
}

template <class T> void warm_up(T *item)
{
    warm_up_bad(item);
}

template class Engine<codec>;
template void warm_up<codec>(codec *);
