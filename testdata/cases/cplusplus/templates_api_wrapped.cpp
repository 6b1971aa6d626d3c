/* Headers of Windows inside of a namespace: linkage is C, they declare the APIs. */

namespace win
{
extern "C" {
typedef void *HINSTANCE;
typedef HINSTANCE HMODULE;
__declspec(dllimport) HMODULE __stdcall LoadLibraryA(const char *);
}
} // namespace win

static void load_bad()
{
    win::LoadLibraryA("wrapped");
}

extern "C" int __stdcall DllMain(win::HINSTANCE, unsigned long reason, void *)
{
    if (reason == 1) {
        load_bad();
    }
    return 1;
}
