/* limits.c - the table of limits: one line each. */
#include "walk/limits.h"

#include "program/program.h"

const struct limit limits[LIMIT_KINDS] = {
    [LIMIT_KIND_CONTEXTS] = {"contexts", LIMIT_CONTEXTS, "kinds of arguments of one function",
                             NULL},
    [LIMIT_KIND_CANDIDATES] = {"candidates", LIMIT_CANDIDATES, "targets of one indirect call",
                               NULL},
    [LIMIT_KIND_STORED] = {"stored", PROGRAM_MOST_CANDIDATES, "functions in one pointer", NULL},
    [LIMIT_KIND_ARGUMENTS] = {"arguments", LIMIT_ARGUMENTS, "arguments of one call",
                              "a call has many arguments; the values of the last ones are "
                              "forgotten"},
    [LIMIT_KIND_OBJECT] = {"object", LIMIT_OBJECT, "known parts of an object that is handed over",
                           "an object of many known parts is handed over; some are forgotten"},
    [LIMIT_KIND_ELEMENTS] = {"elements", LIMIT_ELEMENTS, "elements of a local array",
                             "an element far behind in an array is used; its value is not "
                             "followed"},
    [LIMIT_KIND_DEPTH] = {"depth", LIMIT_DEPTH, "levels of fields in an object that is handed over",
                          "an object of deeply nested parts is handed over; the deepest are "
                          "forgotten"},
    [LIMIT_KIND_WRAPPERS] = {"wrappers", LIMIT_WRAPPERS, "nested functions of system headers",
                             NULL},
};
