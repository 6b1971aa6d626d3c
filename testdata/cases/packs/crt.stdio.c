/* Each function of the streams of C. */
// options: --rules *
#include <windows.h>
#include <stdio.h>

static void all_1_bad(void)
{
    fclose(0);
    _fcloseall();
    fflush(0);
    _flushall();
    fopen(0, 0);
    _wfopen(0, 0);
    fopen_s(0, 0, 0);
    _wfopen_s(0, 0, 0);
    _fsopen(0, 0, 0);
    _wfsopen(0, 0, 0);
    _fdopen(0, 0);
    _wfdopen(0, 0);
    freopen(0, 0, 0);
    freopen_s(0, 0, 0, 0);
    _wfreopen(0, 0, 0);
    _wfreopen_s(0, 0, 0, 0);
    fprintf(0, 0);
    vfprintf(0, 0, 0);
    fprintf_s(0, 0);
    vfprintf_s(0, 0, 0);
    _fprintf_l(0, 0, 0);
    fwprintf(0, 0);
    vfwprintf(0, 0, 0);
    fwprintf_s(0, 0);
    fputs(0, 0);
    fputc(0, 0);
    putc(0, 0);
    fputws(0, 0);
    fputwc(0, 0);
    _putw(0, 0);
    fread(0, 0, 0, 0);
    fgets(0, 0, 0);
    fgetc(0);
    getc(0);
    fgetws(0, 0, 0);
    fgetwc(0);
    fread_s(0, 0, 0, 0, 0);
    fscanf(0, 0);
    fscanf_s(0, 0);
    fwrite(0, 0, 0, 0);
}

static void all_2_bad(void)
{
    printf(0);
    vprintf(0, 0);
    printf_s(0);
    wprintf(0);
    vwprintf(0, 0);
    wprintf_s(0);
    _printf_l(0, 0);
    puts(0);
    putchar(0);
    _putws(0);
    perror(0);
    _wperror(0);
    scanf(0);
    scanf_s(0);
    gets(0);
    gets_s(0, 0);
    getchar();
    wscanf(0);
    setvbuf(0, 0, 0, 0);
    setbuf(0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_1_bad();
    all_2_bad();
    return TRUE;
}
