/* Every function of the pack gfx.gdiplus, called once. */
#include <windows.h>
#include <gdiplus.h>

/* not in mingw-w64 */
namespace ATL {
class CImage {
  public:
    CImage();
    ~CImage();
    static void ReleaseGDIPlus();
};
} // namespace ATL

static ULONG_PTR g_token;

static void errors_bad()
{
    Gdiplus::GdiplusStartup(&g_token, NULL, NULL);
    Gdiplus::GdiplusShutdown(g_token);
}

static void warnings_bad()
{
    ATL::CImage image;
    ATL::CImage::ReleaseGDIPlus();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        warnings_bad();
    }
    return TRUE;
}
