/*
 * literals.c - constants as values.
 *
 * Integers, characters, bools, null pointers and strings.  clang spells a string literal with its
 * parts joined and macros expanded, escaped again; that spelling is decoded here, wide ones from
 * their code units, into UTF-8.  Text behind an embedded NUL is left out.
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"

bool literal_evaluate(CXCursor cursor, int64_t *value)
{
    CXEvalResult result = clang_Cursor_isNull(cursor) ? NULL : clang_Cursor_Evaluate(cursor);
    if (!result) {
        return false;
    }
    bool is_int = clang_EvalResult_getKind(result) == CXEval_Int;
    if (is_int) {
        *value = clang_EvalResult_isUnsignedInt(result)
                     ? (int64_t)clang_EvalResult_getAsUnsigned(result)
                     : (int64_t)clang_EvalResult_getAsLongLong(result);
    }
    clang_EvalResult_dispose(result);
    return is_int;
}

static bool is_signed_kind(enum CXTypeKind kind)
{
    return kind == CXType_Char_S || kind == CXType_SChar || kind == CXType_Short ||
           kind == CXType_Int || kind == CXType_Long || kind == CXType_LongLong;
}

static bool is_unsigned_kind(enum CXTypeKind kind)
{
    return kind == CXType_Char_U || kind == CXType_UChar || kind == CXType_Char16 ||
           kind == CXType_Char32 || kind == CXType_UShort || kind == CXType_UInt ||
           kind == CXType_ULong || kind == CXType_ULongLong || kind == CXType_WChar;
}

int64_t literal_truncate(int64_t value, CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    if (kind == CXType_Bool) {
        return value != 0;
    }
    if (!is_signed_kind(kind) && !is_unsigned_kind(kind)) {
        return value;
    }
    long long size = clang_Type_getSizeOf(type);
    if (size != 1 && size != 2 && size != 4) {
        return value;
    }
    uint64_t bits = (uint64_t)size * 8;
    uint64_t mask = (UINT64_C(1) << bits) - 1;
    uint64_t low = (uint64_t)value & mask;
    if (is_signed_kind(kind) && (low >> (bits - 1)) != 0) {
        low |= ~mask;
    }
    return (int64_t)low;
}

static void add_code_point(struct strbuf *out, uint32_t c)
{
    if (c < 0x80) {
        strbuf_addc(out, (char)c);
    } else if (c < 0x800) {
        strbuf_addc(out, (char)(0xC0 | (c >> 6)));
        strbuf_addc(out, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        strbuf_addc(out, (char)(0xE0 | (c >> 12)));
        strbuf_addc(out, (char)(0x80 | ((c >> 6) & 0x3F)));
        strbuf_addc(out, (char)(0x80 | (c & 0x3F)));
    } else {
        strbuf_addc(out, (char)(0xF0 | ((c >> 18) & 7)));
        strbuf_addc(out, (char)(0x80 | ((c >> 12) & 0x3F)));
        strbuf_addc(out, (char)(0x80 | ((c >> 6) & 0x3F)));
        strbuf_addc(out, (char)(0x80 | (c & 0x3F)));
    }
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

static uint32_t read_digits(const char **at, int base, int max)
{
    uint32_t value = 0;
    for (int i = 0; i < max && digit_value(**at) < base; i++) {
        value = value * (uint32_t)base + (uint32_t)digit_value(**at);
        (*at)++;
    }
    return value;
}

/* Reads one escape behind the backslash. */
static uint32_t read_escape(const char **at)
{
    static const char names[] = "abfnrtv";
    static const char values[] = "\a\b\f\n\r\t\v";
    char c = **at;
    if (c == 'x' || c == 'u' || c == 'U') {
        (*at)++;
        return read_digits(at, 16, c == 'x' ? 8 : c == 'u' ? 4 : 8);
    }
    if (c >= '0' && c <= '7') {
        return read_digits(at, 8, 3);
    }
    (*at)++;
    const char *known = strchr(names, c);
    return known && c ? (uint32_t)(unsigned char)values[known - names] : (uint32_t)(unsigned char)c;
}

/* Decodes clang's spelling of a string literal. */
static const char *decode(struct arena *arena, const char *spelling)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    bool wide = *spelling == 'L' || *spelling == 'U' || (*spelling == 'u' && spelling[1] != '8');
    const char *at = strchr(spelling, '"');
    uint32_t high = 0;
    while (at && *at) {
        if (*at == '"') {
            at++;
            continue;
        }
        bool escaped = *at == '\\' && at[1];
        at += escaped ? 1 : 0;
        uint32_t unit = escaped ? read_escape(&at) : (uint32_t)(unsigned char)*at++;
        if (unit == 0) {
            break;
        }
        if (wide && unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (wide && high && unit >= 0xDC00 && unit < 0xE000) {
            add_code_point(&out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
        } else if (wide && unit <= 0x10FFFF) {
            add_code_point(&out, unit);
        } else {
            strbuf_addc(&out, (char)(unsigned char)unit);
        }
    }
    return text_is_utf8(out.text, out.len) ? out.text : text_clean_utf8(arena, out.text, out.len);
}

node_id literal_node(struct front *front, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    int64_t value = 0;
    if (kind == CXCursor_StringLiteral) {
        node_id node = node_add(front, NODE_STRING);
        const char *spelling = front_string(front->scratch, clang_getCursorSpelling(cursor));
        node_at(front, node)->text = decode(front->arena, spelling);
        return node;
    }
    if (kind == CXCursor_CXXNullPtrLiteralExpr || kind == CXCursor_GNUNullExpr) {
        return node_int(front, 0, NODE_NULL);
    }
    if (literal_evaluate(cursor, &value)) {
        return node_int(front, value, 0);
    }
    return node_add(front, NODE_OPAQUE);
}
