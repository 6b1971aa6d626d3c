/* Every function of the pack ui.theme, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <uxtheme.h>

static void errors_bad(void)
{
    GetThemeAppProperties();
    IsAppThemed();
    IsThemeActive();
}

static void warnings_bad(void)
{
    BeginBufferedAnimation(NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
    BeginBufferedPaint(NULL, NULL, 0, NULL, NULL);
    BeginPanningFeedback(NULL);
    BufferedPaintClear(NULL, NULL);
    BufferedPaintInit();
    BufferedPaintRenderAnimation(NULL, NULL);
    BufferedPaintSetAlpha(NULL, NULL, 0);
    BufferedPaintStopAllAnimations(NULL);
    BufferedPaintUnInit();
    CloseThemeData(NULL);
    DrawThemeBackground(NULL, NULL, 0, 0, NULL, NULL);
    DrawThemeBackgroundEx(NULL, NULL, 0, 0, NULL, NULL);
    DrawThemeEdge(NULL, NULL, 0, 0, NULL, 0, 0, NULL);
    DrawThemeIcon(NULL, NULL, 0, 0, NULL, NULL, 0);
    DrawThemeParentBackground(NULL, NULL, NULL);
    DrawThemeParentBackgroundEx(NULL, NULL, 0, NULL);
    DrawThemeText(NULL, NULL, 0, 0, NULL, 0, 0, 0, NULL);
    DrawThemeTextEx(NULL, NULL, 0, 0, NULL, 0, 0, NULL, NULL);
    EnableThemeDialogTexture(NULL, 0);
    EnableTheming(0);
    EndBufferedAnimation(NULL, 0);
    EndBufferedPaint(NULL, 0);
    EndPanningFeedback(NULL, 0);
    GetBufferedPaintBits(NULL, NULL, NULL);
    GetBufferedPaintDC(NULL);
    GetBufferedPaintTargetDC(NULL);
    GetBufferedPaintTargetRect(NULL, NULL);
    GetCurrentThemeName(NULL, 0, NULL, 0, NULL, 0);
    GetThemeAnimationProperty(NULL, 0, 0, 0, NULL, 0, NULL);
    GetThemeAnimationTransform(NULL, 0, 0, 0, NULL, 0, NULL);
    GetThemeBackgroundContentRect(NULL, NULL, 0, 0, NULL, NULL);
    GetThemeBackgroundExtent(NULL, NULL, 0, 0, NULL, NULL);
    GetThemeBackgroundRegion(NULL, NULL, 0, 0, NULL, NULL);
    GetThemeBitmap(NULL, 0, 0, 0, 0, NULL);
    GetThemeBool(NULL, 0, 0, 0, NULL);
    GetThemeColor(NULL, 0, 0, 0, NULL);
    GetThemeDocumentationProperty(NULL, NULL, NULL, 0);
    GetThemeEnumValue(NULL, 0, 0, 0, NULL);
    GetThemeFilename(NULL, 0, 0, 0, NULL, 0);
    GetThemeFont(NULL, NULL, 0, 0, 0, NULL);
    GetThemeInt(NULL, 0, 0, 0, NULL);
    GetThemeIntList(NULL, 0, 0, 0, NULL);
    GetThemeMargins(NULL, NULL, 0, 0, 0, NULL, NULL);
    GetThemeMetric(NULL, NULL, 0, 0, 0, NULL);
    GetThemePartSize(NULL, NULL, 0, 0, NULL, 0, NULL);
    GetThemePosition(NULL, 0, 0, 0, NULL);
    GetThemePropertyOrigin(NULL, 0, 0, 0, NULL);
    GetThemeRect(NULL, 0, 0, 0, NULL);
    GetThemeStream(NULL, 0, 0, 0, NULL, NULL, NULL);
    GetThemeString(NULL, 0, 0, 0, NULL, 0);
    GetThemeSysBool(NULL, 0);
    GetThemeSysColor(NULL, 0);
    GetThemeSysColorBrush(NULL, 0);
    GetThemeSysFont(NULL, 0, NULL);
    GetThemeSysInt(NULL, 0, NULL);
    GetThemeSysSize(NULL, 0);
    GetThemeSysString(NULL, 0, NULL, 0);
    GetThemeTextExtent(NULL, NULL, 0, 0, NULL, 0, 0, NULL, NULL);
    GetThemeTextMetrics(NULL, NULL, 0, 0, NULL);
    GetThemeTimingFunction(NULL, 0, NULL, 0, NULL);
    GetThemeTransitionDuration(NULL, 0, 0, 0, 0, NULL);
    GetWindowTheme(NULL);
    HitTestThemeBackground(NULL, NULL, 0, 0, 0, NULL, NULL, (POINT){0}, NULL);
    IsCompositionActive();
    IsThemeBackgroundPartiallyTransparent(NULL, 0, 0);
    IsThemeDialogTextureEnabled(NULL);
    IsThemePartDefined(NULL, 0, 0);
    OpenThemeData(NULL, NULL);
    OpenThemeDataEx(NULL, NULL, 0);
    OpenThemeDataForDpi(NULL, NULL, 0);
    SetThemeAppProperties(0);
    SetWindowTheme(NULL, NULL, NULL);
    SetWindowThemeAttribute(NULL, 0, NULL, 0);
    UpdatePanningFeedback(NULL, 0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
        warnings_bad();
    }
    return TRUE;
}
