#include <windows.h>
#include <bcrypt.h>
#include <wincrypt.h>
#include "seed.h"

static BYTE g_seed[16];

static BOOL old_way_bad(void)
{
    HCRYPTPROV provider;
    return CryptAcquireContextW(&provider, NULL, NULL, PROV_RSA_FULL, CRYPT_VERIFYCONTEXT) &&
           CryptGenRandom(provider, sizeof g_seed, g_seed);
}

static BOOL new_way_bad(void)
{
    BCRYPT_ALG_HANDLE provider;
    return BCryptOpenAlgorithmProvider(&provider, BCRYPT_RNG_ALGORITHM, NULL, 0) == 0 &&
           BCryptGenRandom(provider, g_seed, sizeof g_seed, 0) == 0;
}

int seed_make_bad(void)
{
    return new_way_bad() || old_way_bad();
}
