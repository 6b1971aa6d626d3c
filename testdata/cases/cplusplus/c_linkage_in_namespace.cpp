/* The linker knows one DllMain: the one with C linkage, whatever namespace it is written in; and a
 * declaration of an API with C linkage inside a namespace declares the API. */
typedef void *HINSTANCE;
typedef int BOOL;
typedef unsigned long DWORD;

namespace win32
{
extern "C" __declspec(dllimport) HINSTANCE __stdcall LoadLibraryA(const char *name);
__declspec(dllimport) HINSTANCE __stdcall LoadLibraryW(const wchar_t *name);
} // namespace win32

namespace engine
{
namespace detail
{
static void open_codec_bad()
{
    win32::LoadLibraryA("codec.dll");
}

static void ask_namespace_ok()
{
    win32::LoadLibraryW(L"codec.dll");
}

extern "C" BOOL __stdcall DllMain(HINSTANCE module, DWORD reason, void *reserved)
{
    if (reason == 1) {
        open_codec_bad();
        ask_namespace_ok();
    }
    return 1;
}
} // namespace detail
} // namespace engine
