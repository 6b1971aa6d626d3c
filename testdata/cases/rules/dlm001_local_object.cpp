/* A local object frees what it holds itself: no clean-up, whoever ends the process. */
#include <windows.h>

class Line {
public:
    explicit Line(size_t size) : text_(new char[size]) {}
    ~Line() { delete[] text_; }
    char *text() { return text_; }

private:
    char *text_;
};

static unsigned g_size = 80;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        Line line(g_size);
        line.text()[0] = 0;
        OutputDebugStringA(line.text());
    }
    return TRUE;
}
