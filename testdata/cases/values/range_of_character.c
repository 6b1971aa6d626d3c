/* A number of which only the lowest bits are kept is at most the largest of them. */
#include <windows.h>

static unsigned short g_table[257];

/* An unsigned char is at most 255: the table always answers. */
static int is_of_type_ok(int c, int mask)
{
    if (c >= -1 && c <= 255) {
        return g_table[c + 1] & mask;
    }
    return LoadLibraryA("types.dll") != NULL;
}

/* What is no more than a byte is a byte, whatever its type. */
static int is_low_byte_ok(unsigned number)
{
    return 0xff < number && LoadLibraryA("low.dll") != NULL;
}

/* A word is never 0x10000. */
static int is_no_word_ok(int number)
{
    return number == 0x10000 && LoadLibraryA("word.dll") != NULL;
}

/* The smaller of two bounds. */
static int is_both_ok(int number)
{
    return number > 255 ? LoadLibraryA("both.dll") != NULL : 0;
}

/* 255 is a byte, too. */
static int is_below_last(int c)
{
    if (c < 255) {
        return g_table[c];
    }
    return LoadLibraryA("last.dll") != NULL;
}

/* A char may be less than 0. */
static int is_signed(int c)
{
    return c < 0 && LoadLibraryA("signed.dll") != NULL;
}

/* It may be 0, and it may be something else. */
static int is_zero(int c)
{
    if (c) {
        return LoadLibraryA("other.dll") != NULL;
    }
    return LoadLibraryA("zero.dll") != NULL;
}

/* The upper byte of a word is more than a byte, before it is moved down. */
static int is_upper(unsigned number)
{
    return number > 255 && LoadLibraryA("upper.dll") != NULL;
}

/* What a condition says of it counts more. */
static int is_known(int c)
{
    if (c != 'x') {
        return 0;
    }
    return c == 'x' ? LoadLibraryA("known.dll") != NULL : LoadLibraryA("unknown.dll") != NULL;
}

static int classify(char c, unsigned number)
{
    int found = is_of_type_ok((unsigned char)c, 8);
    found += is_low_byte_ok(number & 0xff);
    found += is_no_word_ok((WORD)number);
    found += is_both_ok((WORD)(number & 0xff));
    found += is_below_last((BYTE)c);
    found += is_signed(c);
    found += is_zero((unsigned char)c);
    found += is_upper(number & 0xff00);
    found += is_known((unsigned char)c);
    return found;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return classify(*GetCommandLineA(), GetTickCount());
    }
    return TRUE;
}
