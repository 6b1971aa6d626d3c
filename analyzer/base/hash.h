/* hash.h - content hashes (XXH3, 128 bits). */
#ifndef DLL_BASE_HASH_H
#define DLL_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* A running hash over several pieces. */
struct hash {
    void *state; /* foreign; NULL after hash_finish() */
};

/* Text of a hash: 32 hexadecimal digits and a NUL. */
struct hash_text {
    char hex[33];
};

void hash_start(struct hash *hash);                             /* begins an empty hash */
void hash_add(struct hash *hash, const void *data, size_t len); /* adds bytes */
void hash_add_string(struct hash *hash, const char *text);      /* adds a string and its NUL */
struct hash_text hash_finish(struct hash *hash);                /* ends it and frees the state */
struct hash_text hash_bytes(const void *data, size_t len);      /* hash of one piece */
uint64_t hash_u64(const void *data, size_t len);                /* 64 bits, for tables */

#endif
