/* hash.c - XXH3 behind our own names. */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

static struct hash_text to_text(XXH128_hash_t value)
{
    static const char digits[] = "0123456789abcdef";
    struct hash_text text = {{0}};
    for (int i = 0; i < 16; i++) {
        uint64_t half = i < 8 ? value.high64 : value.low64;
        unsigned byte = (unsigned)(half >> (56 - 8 * (i % 8))) & 0xffU;
        text.hex[2 * i] = digits[byte >> 4];
        text.hex[2 * i + 1] = digits[byte & 15U];
    }
    return text;
}

void hash_start(struct hash *hash)
{
    XXH3_state_t *state = XXH3_createState();
    if (state == NULL) {
        abort();
    }
    (void)XXH3_128bits_reset(state);
    hash->state = state;
}

void hash_add(struct hash *hash, const void *data, size_t len)
{
    if (len > 0) {
        (void)XXH3_128bits_update(hash->state, data, len);
    }
}

void hash_add_string(struct hash *hash, const char *text)
{
    hash_add(hash, text, strlen(text) + 1);
}

struct hash_text hash_finish(struct hash *hash)
{
    struct hash_text text = to_text(XXH3_128bits_digest(hash->state));
    (void)XXH3_freeState(hash->state);
    hash->state = NULL;
    return text;
}

struct hash_text hash_bytes(const void *data, size_t len)
{
    return to_text(XXH3_128bits(data, len));
}

uint64_t hash_u64(const void *data, size_t len)
{
    return XXH3_64bits(data, len);
}
