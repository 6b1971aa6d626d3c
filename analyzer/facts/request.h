/*
 * request.h - what the program and its workers tell each other, over pipes.
 *
 * A worker reads requests from standard input and writes answers to standard output.  A request is
 * a decimal length, a newline, and that many bytes: the strings of enum request_part, then clang's
 * arguments, each with its NUL.  An answer is a decimal length, ANSWER_LAST if the worker ends
 * after it, a newline, and that many bytes: facts as text (facts/text.h), or for a preamble
 * ANSWER_MADE or why there is none.
 *
 * Started with the argument REQUEST_ABOUT, a worker tells of itself instead, in two lines: the
 * version of libclang and the path of its library.
 */
#ifndef DLL_FACTS_REQUEST_H
#define DLL_FACTS_REQUEST_H

/* How a request is written: these strings, then clang's arguments. */
enum request_part {
    REQUEST_FILE,
    REQUEST_ROOT,     /* the source root; "": none */
    REQUEST_PREAMBLE, /* the preamble that the file stands on; "": none */
    REQUEST_MAKE,     /* the preamble that is to be made, instead of facts; "": none */
    REQUEST_COUNT,    /* how many directives it stands for */
    REQUEST_TIMEOUT,  /* seconds of the processor; 0: no limit */
    REQUEST_MEMORY,   /* MiB; 0: no limit */
    REQUEST_ARGS
};

#define REQUEST_ABOUT "--about"
#define ANSWER_MADE "made"
#define ANSWER_LAST '.'

#endif
