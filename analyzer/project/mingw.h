/* mingw.h - where the C++ library of this machine's mingw-w64 lies. */
#ifndef DLL_PROJECT_MINGW_H
#define DLL_PROJECT_MINGW_H

#include "base/arena.h"
#include "project/command_line.h"

/*
 * Returns clang's arguments that choose the libstdc++ with the *posix* thread model for an
 * architecture; none if it is not installed.  Clang by itself takes the *win32* one beside it,
 * which lacks std::thread and std::mutex.  They stand in front of all other `-isystem`: the
 * library's
 * `#include_next <stdlib.h>` looks only behind its own folder.
 */
struct arguments mingw_cxx_args(struct arena *arena, const char *arch);

#endif
