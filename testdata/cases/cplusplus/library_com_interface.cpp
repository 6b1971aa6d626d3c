/* A method of an interface is a COM call, be it IUnknown's or not; a class of our own with such a
 * method is none. */
#include <windows.h>
#include <objidl.h>

IStream *g_stream;

struct own_stream {
    HRESULT Commit(DWORD)
    {
        return S_OK;
    }
};

static void commit_bad()
{
    g_stream->Commit(0);
}

static void own_ok(own_stream &stream)
{
    stream.Commit(0);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        own_stream stream;
        own_ok(stream);
        commit_bad();
    }
    return TRUE;
}
