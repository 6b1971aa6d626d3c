/* limits.h - how much of a hostile project is read; each limit ends in a message, never in silence.
 */
#ifndef DLL_PROJECT_LIMITS_H
#define DLL_PROJECT_LIMITS_H

enum {
    LIMIT_RESPONSE_DEPTH = 10,       /* response files inside response files */
    LIMIT_RESPONSE_FILES = 256,      /* response files of one command */
    LIMIT_RESPONSE_BYTES = 16 << 20, /* size of one response file */
    LIMIT_COMMAND_WORDS = 1 << 16,   /* words of one command, response files included */
    LIMIT_PROJECT_BYTES = 1 << 30,   /* text of all commands and response files */
    LIMIT_PROJECT_WORDS = 1 << 25,   /* arguments of all jobs */
    LIMIT_MESSAGES = 20,             /* warnings about single entries; then only their number */
    LIMIT_FOLDER_PARTS = 32,         /* trailing names of a Windows folder that are looked up */
    LIMIT_UP = 64,                   /* folders above the current one that are searched */
};

#endif
