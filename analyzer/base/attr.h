/* attr.h - the compiler attributes the code base uses, empty where a compiler lacks them. */
#ifndef DLL_BASE_ATTR_H
#define DLL_BASE_ATTR_H

#if defined(__GNUC__) || defined(__clang__)
#define ATTR_PRINTF(text_at, args_at) __attribute__((format(printf, text_at, args_at)))
#define ATTR_NODISCARD __attribute__((warn_unused_result))
#define ATTR_RETURNS_NONNULL __attribute__((returns_nonnull))
#define ATTR_NORETURN __attribute__((noreturn))
#define ATTR_SOON(at) __builtin_prefetch(at) /* memory that is read soon: it is fetched already */
#else
#define ATTR_PRINTF(text_at, args_at)
#define ATTR_NODISCARD
#define ATTR_RETURNS_NONNULL
#define ATTR_NORETURN
#define ATTR_SOON(at) ((void)(at))
#endif

#endif
