// Packs that need no more than these headers, in one unit: parsing them is what a case costs.
#define _WIN32_WINNT 0x0A00
#define NTDDI_VERSION 0x0A000006
#include <windows.h>

#include <mmsystem.h>
#include <shlwapi.h>
#include <commctrl.h>
#include <commdlg.h>
#include <shellapi.h>
#include <shlobj.h>
#include <uxtheme.h>
#include <ddeml.h>

/* ---- register_class ---- */

/* Every function of the pack register.class, called once. */
/* not in mingw-w64 */
__declspec(dllimport) BOOL AfxRegisterClass(WNDCLASSW *window_class);

static void register_class_register_bad(void)
{
    RegisterClassA(NULL);
    RegisterClassW(NULL);
    RegisterClassExA(NULL);
    RegisterClassExW(NULL);
}

static void register_class_mfc_ok(void)
{
    AfxRegisterClass(NULL);
}

static void register_class_unregister_bad(void)
{
    UnregisterClassA("a", NULL);
    UnregisterClassW(L"w", NULL);
}

static BOOL register_class_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        register_class_register_bad();
        register_class_mfc_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        register_class_unregister_bad();
    }
    return TRUE;
}

/* ---- register_hook ---- */

/* Every function of the pack register.hook, called once. */
static HWND g_register_hook_window;

__declspec(dllexport) void mylib_attach_ok(HWND window)
{
    g_register_hook_window = window;
}

static LRESULT CALLBACK register_hook_hook_ok(int code, WPARAM w, LPARAM l)
{
    return 0;
}

static void CALLBACK register_hook_timer_ok(HWND window, UINT message, UINT_PTR id, DWORD now)
{
}

static void CALLBACK register_hook_event_ok(HWINEVENTHOOK hook, DWORD event, HWND window, LONG object, LONG child,
                              DWORD thread, DWORD now)
{
}

static void CALLBACK register_hook_wake_ok(UINT id, UINT message, DWORD_PTR user, DWORD_PTR one, DWORD_PTR two)
{
}

static void register_hook_set_bad(void)
{
    CallNextHookEx(NULL, 0, 0, 0);
    RegisterHotKey(g_register_hook_window, 1, 0, 0);
    SetTimer(g_register_hook_window, 1, 1000, register_hook_timer_ok);
    SetWinEventHook(1, 2, NULL, register_hook_event_ok, 0, 0, 0);
    SetWindowsHookA(WH_MOUSE, register_hook_hook_ok);
    SetWindowsHookW(WH_MOUSE, register_hook_hook_ok);
    SetWindowsHookExA(WH_MOUSE, register_hook_hook_ok, NULL, 1);
    SetWindowsHookExW(WH_MOUSE, register_hook_hook_ok, NULL, 1);
    timeSetEvent(10, 1, register_hook_wake_ok, 0, TIME_PERIODIC);
}

static void register_hook_end_bad(void)
{
    KillTimer(g_register_hook_window, 1);
    UnhookWinEvent(NULL);
    UnhookWindowsHook(WH_MOUSE, register_hook_hook_ok);
    UnhookWindowsHookEx(NULL);
    UnregisterHotKey(g_register_hook_window, 1);
    timeKillEvent(1);
}

static BOOL register_hook_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        register_hook_set_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        register_hook_end_bad();
    }
    return TRUE;
}

/* ---- message_dispatch ---- */

/* Every function of the pack message.dispatch, called once. */
static MSG g_message_dispatch_message;

static void message_dispatch_pump_bad(void)
{
    DispatchMessageA(&g_message_dispatch_message);
    DispatchMessageW(&g_message_dispatch_message);
    GetMessageA(&g_message_dispatch_message, NULL, 0, 0);
    GetMessageW(&g_message_dispatch_message, NULL, 0, 0);
    PeekMessageA(&g_message_dispatch_message, NULL, 0, 0, PM_REMOVE);
    PeekMessageW(&g_message_dispatch_message, NULL, 0, 0, PM_REMOVE);
}

static void message_dispatch_rest_ok(void)
{
    SleepEx(0, FALSE);
}

static BOOL message_dispatch_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        message_dispatch_pump_bad();
        message_dispatch_rest_ok();
    }
    return TRUE;
}

/* ---- window ---- */

/* Every function of the pack window, called once; the last two are what CreateWindow is. */
static HWND g_window_window;

static void window_make_bad(void)
{
    CreateDialogIndirectParamA(NULL, NULL, NULL, NULL, 0);
    CreateDialogIndirectParamW(NULL, NULL, NULL, NULL, 0);
    CreateDialogParamA(NULL, NULL, NULL, NULL, 0);
    CreateDialogParamW(NULL, NULL, NULL, NULL, 0);
    CreateMDIWindowA(NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, 0);
    CreateMDIWindowW(NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, 0);
    CreateWindowExA(0, NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
    CreateWindowExW(0, NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
}

static void window_end_bad(void)
{
    DestroyWindow(g_window_window);
}

static BOOL window_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        window_make_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        window_end_bad();
    }
    return TRUE;
}

/* ---- ui_gdi32 ---- */

/* Every function of the pack ui.gdi32, called once. */
static void ui_gdi32_warnings_bad(void)
{
    AbortDoc(NULL);
    AddFontMemResourceEx(NULL, 0, NULL, NULL);
    AddFontResourceA(NULL);
    AddFontResourceW(NULL);
    AddFontResourceExA(NULL, 0, NULL);
    AddFontResourceExW(NULL, 0, NULL);
    CheckColorsInGamut(NULL, NULL, NULL, 0);
    ColorCorrectPalette(NULL, NULL, 0, 0);
    ColorMatchToTarget(NULL, NULL, 0);
    CreateColorSpaceA(NULL);
    CreateColorSpaceW(NULL);
    CreateDCA(NULL, NULL, NULL, NULL);
    CreateDCW(NULL, NULL, NULL, NULL);
    CreateICA(NULL, NULL, NULL, NULL);
    CreateICW(NULL, NULL, NULL, NULL);
    CreateScalableFontResourceA(0, NULL, NULL, NULL);
    CreateScalableFontResourceW(0, NULL, NULL, NULL);
    DeleteColorSpace(NULL);
    DrawEscape(NULL, 0, 0, NULL);
    EndDoc(NULL);
    EndPage(NULL);
    EnumFontFamiliesA(NULL, NULL, NULL, 0);
    EnumFontFamiliesW(NULL, NULL, NULL, 0);
    EnumFontFamiliesExA(NULL, NULL, NULL, 0, 0);
    EnumFontFamiliesExW(NULL, NULL, NULL, 0, 0);
    EnumFontsA(NULL, NULL, NULL, 0);
    EnumFontsW(NULL, NULL, NULL, 0);
    EnumICMProfilesA(NULL, NULL, 0);
    EnumICMProfilesW(NULL, NULL, 0);
    Escape(NULL, 0, 0, NULL, NULL);
    ExtEscape(NULL, 0, 0, NULL, 0, NULL);
    GetColorSpace(NULL);
    GetICMProfileA(NULL, NULL, NULL);
    GetICMProfileW(NULL, NULL, NULL);
    GetLogColorSpaceA(NULL, NULL, 0);
    GetLogColorSpaceW(NULL, NULL, 0);
    RemoveFontMemResourceEx(NULL);
    RemoveFontResourceA(NULL);
    RemoveFontResourceW(NULL);
    RemoveFontResourceExA(NULL, 0, NULL);
    RemoveFontResourceExW(NULL, 0, NULL);
    ResetDCA(NULL, NULL);
    ResetDCW(NULL, NULL);
    SetAbortProc(NULL, NULL);
    SetColorSpace(NULL, NULL);
    SetICMMode(NULL, 0);
    SetICMProfileA(NULL, NULL);
    SetICMProfileW(NULL, NULL);
    StartDocA(NULL, NULL);
    StartDocW(NULL, NULL);
    StartPage(NULL);
    UpdateICMRegKeyA(0, NULL, NULL, 0);
    UpdateICMRegKeyW(0, NULL, NULL, 0);
}

static BOOL ui_gdi32_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_gdi32_warnings_bad();
    }
    return TRUE;
}

/* ---- ui_gdi32_query ---- */

/* Every function of the pack ui.gdi32.query, called once. */
static void ui_gdi32_query_notes_bad(void)
{
    AbortPath(NULL);
    AngleArc(NULL, 0, 0, 0, 0, 0);
    AnimatePalette(NULL, 0, 0, NULL);
    Arc(NULL, 0, 0, 0, 0, 0, 0, 0, 0);
    ArcTo(NULL, 0, 0, 0, 0, 0, 0, 0, 0);
    BeginPath(NULL);
    BitBlt(NULL, 0, 0, 0, 0, NULL, 0, 0, 0);
    CancelDC(NULL);
    Chord(NULL, 0, 0, 0, 0, 0, 0, 0, 0);
    CloseEnhMetaFile(NULL);
    CloseFigure(NULL);
    CloseMetaFile(NULL);
    CombineRgn(NULL, NULL, NULL, 0);
    CombineTransform(NULL, NULL, NULL);
    CopyEnhMetaFileA(NULL, NULL);
    CopyEnhMetaFileW(NULL, NULL);
    CopyMetaFileA(NULL, NULL);
    CopyMetaFileW(NULL, NULL);
    CreateBitmap(0, 0, 0, 0, NULL);
    CreateBitmapIndirect(NULL);
    CreateBrushIndirect(NULL);
    CreateCompatibleBitmap(NULL, 0, 0);
    CreateCompatibleDC(NULL);
    CreateDIBPatternBrush(NULL, 0);
    CreateDIBPatternBrushPt(NULL, 0);
    CreateDIBSection(NULL, NULL, 0, NULL, NULL, 0);
    CreateDIBitmap(NULL, NULL, 0, NULL, NULL, 0);
    CreateDiscardableBitmap(NULL, 0, 0);
    CreateEllipticRgn(0, 0, 0, 0);
    CreateEllipticRgnIndirect(NULL);
    CreateEnhMetaFileA(NULL, NULL, NULL, NULL);
    CreateEnhMetaFileW(NULL, NULL, NULL, NULL);
    CreateFontA(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL);
    CreateFontW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL);
    CreateFontIndirectA(NULL);
    CreateFontIndirectW(NULL);
    CreateFontIndirectExA(NULL);
    CreateFontIndirectExW(NULL);
    CreateHalftonePalette(NULL);
    CreateHatchBrush(0, 0);
    CreateMetaFileA(NULL);
    CreateMetaFileW(NULL);
    CreatePalette(NULL);
    CreatePatternBrush(NULL);
    CreatePen(0, 0, 0);
    CreatePenIndirect(NULL);
    CreatePolyPolygonRgn(NULL, NULL, 0, 0);
    CreatePolygonRgn(NULL, 0, 0);
    CreateRectRgn(0, 0, 0, 0);
    CreateRectRgnIndirect(NULL);
    CreateRoundRectRgn(0, 0, 0, 0, 0, 0);
    CreateSolidBrush(0);
    DPtoLP(NULL, NULL, 0);
    DeleteDC(NULL);
    DeleteEnhMetaFile(NULL);
    DeleteMetaFile(NULL);
    DeleteObject(NULL);
    Ellipse(NULL, 0, 0, 0, 0);
    EndPath(NULL);
    EnumEnhMetaFile(NULL, NULL, NULL, NULL, NULL);
    EnumMetaFile(NULL, NULL, NULL, 0);
    EnumObjects(NULL, 0, NULL, 0);
    EqualRgn(NULL, NULL);
    ExcludeClipRect(NULL, 0, 0, 0, 0);
    ExtCreatePen(0, 0, NULL, 0, NULL);
    ExtCreateRegion(NULL, 0, NULL);
    ExtFloodFill(NULL, 0, 0, 0, 0);
    ExtSelectClipRgn(NULL, NULL, 0);
    ExtTextOutA(NULL, 0, 0, 0, NULL, NULL, 0, NULL);
    ExtTextOutW(NULL, 0, 0, 0, NULL, NULL, 0, NULL);
    FillPath(NULL);
    FillRgn(NULL, NULL, NULL);
    FixBrushOrgEx(NULL, 0, 0, NULL);
    FlattenPath(NULL);
    FloodFill(NULL, 0, 0, 0);
    FrameRgn(NULL, NULL, NULL, 0, 0);
    GdiAlphaBlend(NULL, 0, 0, 0, 0, NULL, 0, 0, 0, 0, (BLENDFUNCTION){0});
    GdiComment(NULL, 0, NULL);
    GdiFlush();
    GdiGetBatchLimit();
    GdiGradientFill(NULL, NULL, 0, NULL, 0, 0);
    GdiSetBatchLimit(0);
    GdiTransparentBlt(NULL, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0);
    GetArcDirection(NULL);
    GetAspectRatioFilterEx(NULL, NULL);
    GetBitmapBits(NULL, 0, NULL);
    GetBitmapDimensionEx(NULL, NULL);
    GetBkColor(NULL);
    GetBkMode(NULL);
    GetBoundsRect(NULL, NULL, 0);
    GetBrushOrgEx(NULL, NULL);
    GetCharABCWidthsA(NULL, 0, 0, NULL);
    GetCharABCWidthsW(NULL, 0, 0, NULL);
    GetCharABCWidthsFloatA(NULL, 0, 0, NULL);
    GetCharABCWidthsFloatW(NULL, 0, 0, NULL);
    GetCharABCWidthsI(NULL, 0, 0, NULL, NULL);
    GetCharWidthA(NULL, 0, 0, NULL);
    GetCharWidthW(NULL, 0, 0, NULL);
    GetCharWidth32A(NULL, 0, 0, NULL);
    GetCharWidth32W(NULL, 0, 0, NULL);
    GetCharWidthFloatA(NULL, 0, 0, NULL);
    GetCharWidthFloatW(NULL, 0, 0, NULL);
    GetCharWidthI(NULL, 0, 0, NULL, NULL);
    GetCharacterPlacementA(NULL, NULL, 0, 0, NULL, 0);
    GetCharacterPlacementW(NULL, NULL, 0, 0, NULL, 0);
    GetClipBox(NULL, NULL);
    GetClipRgn(NULL, NULL);
    GetColorAdjustment(NULL, NULL);
    GetCurrentObject(NULL, 0);
    GetCurrentPositionEx(NULL, NULL);
    GetDCBrushColor(NULL);
    GetDCOrgEx(NULL, NULL);
    GetDCPenColor(NULL);
    GetDIBColorTable(NULL, 0, 0, NULL);
    GetDIBits(NULL, NULL, 0, 0, NULL, NULL, 0);
    GetDeviceCaps(NULL, 0);
    GetDeviceGammaRamp(NULL, NULL);
    GetEnhMetaFileA(NULL);
    GetEnhMetaFileW(NULL);
    GetEnhMetaFileBits(NULL, 0, NULL);
    GetEnhMetaFileDescriptionA(NULL, 0, NULL);
    GetEnhMetaFileDescriptionW(NULL, 0, NULL);
    GetEnhMetaFileHeader(NULL, 0, NULL);
    GetEnhMetaFilePaletteEntries(NULL, 0, NULL);
    GetEnhMetaFilePixelFormat(NULL, 0, NULL);
    GetFontData(NULL, 0, 0, NULL, 0);
    GetFontLanguageInfo(NULL);
    GetFontUnicodeRanges(NULL, NULL);
    GetGlyphIndicesA(NULL, NULL, 0, NULL, 0);
    GetGlyphIndicesW(NULL, NULL, 0, NULL, 0);
    GetGlyphOutlineA(NULL, 0, 0, NULL, 0, NULL, NULL);
    GetGlyphOutlineW(NULL, 0, 0, NULL, 0, NULL, NULL);
    GetGraphicsMode(NULL);
    GetKerningPairsA(NULL, 0, NULL);
    GetKerningPairsW(NULL, 0, NULL);
    GetLayout(NULL);
    GetMapMode(NULL);
    GetMetaFileA(NULL);
    GetMetaFileW(NULL);
    GetMetaFileBitsEx(NULL, 0, NULL);
    GetMetaRgn(NULL, NULL);
    GetMiterLimit(NULL, NULL);
    GetNearestColor(NULL, 0);
    GetNearestPaletteIndex(NULL, 0);
    GetObjectA(NULL, 0, NULL);
    GetObjectW(NULL, 0, NULL);
    GetObjectType(NULL);
    GetOutlineTextMetricsA(NULL, 0, NULL);
    GetOutlineTextMetricsW(NULL, 0, NULL);
    GetPaletteEntries(NULL, 0, 0, NULL);
    GetPath(NULL, NULL, NULL, 0);
    GetPixel(NULL, 0, 0);
    GetPolyFillMode(NULL);
    GetROP2(NULL);
    GetRandomRgn(NULL, NULL, 0);
    GetRasterizerCaps(NULL, 0);
    GetRegionData(NULL, 0, NULL);
    GetRgnBox(NULL, NULL);
    GetStockObject(0);
    GetStretchBltMode(NULL);
    GetSystemPaletteEntries(NULL, 0, 0, NULL);
    GetSystemPaletteUse(NULL);
    GetTextAlign(NULL);
    GetTextCharacterExtra(NULL);
    GetTextCharset(NULL);
    GetTextCharsetInfo(NULL, NULL, 0);
    GetTextColor(NULL);
    GetTextExtentExPointA(NULL, NULL, 0, 0, NULL, NULL, NULL);
    GetTextExtentExPointW(NULL, NULL, 0, 0, NULL, NULL, NULL);
    GetTextExtentExPointI(NULL, NULL, 0, 0, NULL, NULL, NULL);
    GetTextExtentPointA(NULL, NULL, 0, NULL);
    GetTextExtentPointW(NULL, NULL, 0, NULL);
    GetTextExtentPoint32A(NULL, NULL, 0, NULL);
    GetTextExtentPoint32W(NULL, NULL, 0, NULL);
    GetTextExtentPointI(NULL, NULL, 0, NULL);
    GetTextFaceA(NULL, 0, NULL);
    GetTextFaceW(NULL, 0, NULL);
    GetTextMetricsA(NULL, NULL);
    GetTextMetricsW(NULL, NULL);
    GetViewportExtEx(NULL, NULL);
    GetViewportOrgEx(NULL, NULL);
    GetWinMetaFileBits(NULL, 0, NULL, 0, NULL);
    GetWindowExtEx(NULL, NULL);
    GetWindowOrgEx(NULL, NULL);
    GetWorldTransform(NULL, NULL);
    IntersectClipRect(NULL, 0, 0, 0, 0);
    InvertRgn(NULL, NULL);
    LPtoDP(NULL, NULL, 0);
    LineDDA(0, 0, 0, 0, NULL, 0);
    LineTo(NULL, 0, 0);
    MaskBlt(NULL, 0, 0, 0, 0, NULL, 0, 0, NULL, 0, 0, 0);
    ModifyWorldTransform(NULL, NULL, 0);
    MoveToEx(NULL, 0, 0, NULL);
    OffsetClipRgn(NULL, 0, 0);
    OffsetRgn(NULL, 0, 0);
    OffsetViewportOrgEx(NULL, 0, 0, NULL);
    OffsetWindowOrgEx(NULL, 0, 0, NULL);
    PaintRgn(NULL, NULL);
    PatBlt(NULL, 0, 0, 0, 0, 0);
    PathToRegion(NULL);
    Pie(NULL, 0, 0, 0, 0, 0, 0, 0, 0);
    PlayEnhMetaFile(NULL, NULL, NULL);
    PlayEnhMetaFileRecord(NULL, NULL, NULL, 0);
    PlayMetaFile(NULL, NULL);
    PlayMetaFileRecord(NULL, NULL, NULL, 0);
    PlgBlt(NULL, NULL, NULL, 0, 0, 0, 0, NULL, 0, 0);
    PolyBezier(NULL, NULL, 0);
    PolyBezierTo(NULL, NULL, 0);
    PolyDraw(NULL, NULL, NULL, 0);
    PolyPolygon(NULL, NULL, NULL, 0);
    PolyPolyline(NULL, NULL, NULL, 0);
    PolyTextOutA(NULL, NULL, 0);
    PolyTextOutW(NULL, NULL, 0);
    Polygon(NULL, NULL, 0);
    Polyline(NULL, NULL, 0);
    PolylineTo(NULL, NULL, 0);
    PtInRegion(NULL, 0, 0);
    PtVisible(NULL, 0, 0);
    RealizePalette(NULL);
    RectInRegion(NULL, NULL);
    RectVisible(NULL, NULL);
    Rectangle(NULL, 0, 0, 0, 0);
    ResizePalette(NULL, 0);
    RestoreDC(NULL, 0);
    RoundRect(NULL, 0, 0, 0, 0, 0, 0);
    SaveDC(NULL);
    ScaleViewportExtEx(NULL, 0, 0, 0, 0, NULL);
    ScaleWindowExtEx(NULL, 0, 0, 0, 0, NULL);
    SelectClipPath(NULL, 0);
    SelectClipRgn(NULL, NULL);
    SelectObject(NULL, NULL);
    SelectPalette(NULL, NULL, 0);
    SetArcDirection(NULL, 0);
    SetBitmapBits(NULL, 0, NULL);
    SetBitmapDimensionEx(NULL, 0, 0, NULL);
    SetBkColor(NULL, 0);
    SetBkMode(NULL, 0);
    SetBoundsRect(NULL, NULL, 0);
    SetBrushOrgEx(NULL, 0, 0, NULL);
    SetColorAdjustment(NULL, NULL);
    SetDCBrushColor(NULL, 0);
    SetDCPenColor(NULL, 0);
    SetDIBColorTable(NULL, 0, 0, NULL);
    SetDIBits(NULL, NULL, 0, 0, NULL, NULL, 0);
    SetDIBitsToDevice(NULL, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0);
    SetDeviceGammaRamp(NULL, NULL);
    SetEnhMetaFileBits(0, NULL);
    SetGraphicsMode(NULL, 0);
    SetLayout(NULL, 0);
    SetMapMode(NULL, 0);
    SetMapperFlags(NULL, 0);
    SetMetaFileBitsEx(0, NULL);
    SetMetaRgn(NULL);
    SetMiterLimit(NULL, 0, NULL);
    SetPaletteEntries(NULL, 0, 0, NULL);
    SetPixel(NULL, 0, 0, 0);
    SetPixelV(NULL, 0, 0, 0);
    SetPolyFillMode(NULL, 0);
    SetROP2(NULL, 0);
    SetRectRgn(NULL, 0, 0, 0, 0);
    SetStretchBltMode(NULL, 0);
    SetSystemPaletteUse(NULL, 0);
    SetTextAlign(NULL, 0);
    SetTextCharacterExtra(NULL, 0);
    SetTextColor(NULL, 0);
    SetTextJustification(NULL, 0, 0);
    SetViewportExtEx(NULL, 0, 0, NULL);
    SetViewportOrgEx(NULL, 0, 0, NULL);
    SetWinMetaFileBits(0, NULL, NULL, NULL);
    SetWindowExtEx(NULL, 0, 0, NULL);
    SetWindowOrgEx(NULL, 0, 0, NULL);
    SetWorldTransform(NULL, NULL);
    StretchBlt(NULL, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0);
    StretchDIBits(NULL, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0);
    StrokeAndFillPath(NULL);
    StrokePath(NULL);
    TextOutA(NULL, 0, 0, NULL, 0);
    TextOutW(NULL, 0, 0, NULL, 0);
    TranslateCharsetInfo(NULL, NULL, 0);
    UnrealizeObject(NULL);
    UpdateColors(NULL);
    WidenPath(NULL);
}

static BOOL ui_gdi32_query_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_gdi32_query_notes_bad();
    }
    return TRUE;
}

/* ---- ui_message ---- */

/* Every function of the pack ui.message, called once. */
static void ui_message_errors_bad(void)
{
    BroadcastSystemMessageA(0, NULL, 0, 0, 0);
    BroadcastSystemMessageW(0, NULL, 0, 0, 0);
    BroadcastSystemMessageExA(0, NULL, 0, 0, 0, NULL);
    BroadcastSystemMessageExW(0, NULL, 0, 0, 0, NULL);
    SHSendMessageBroadcastA(0, 0, 0);
    SHSendMessageBroadcastW(0, 0, 0);
    SendDlgItemMessageA(NULL, 0, 0, 0, 0);
    SendDlgItemMessageW(NULL, 0, 0, 0, 0);
    SendMessageA(NULL, 0, 0, 0);
    SendMessageW(NULL, 0, 0, 0);
    WaitMessage();
}

static void ui_message_warnings_bad(void)
{
    PostMessageA(NULL, 0, 0, 0);
    PostMessageW(NULL, 0, 0, 0);
    PostQuitMessage(0);
    PostThreadMessageA(0, 0, 0, 0);
    PostThreadMessageW(0, 0, 0, 0);
    SendMessageCallbackA(NULL, 0, 0, 0, NULL, 0);
    SendMessageCallbackW(NULL, 0, 0, 0, NULL, 0);
    SendMessageTimeoutA(NULL, 0, 0, 0, 0, 0, NULL);
    SendMessageTimeoutW(NULL, 0, 0, 0, 0, 0, NULL);
    SendNotifyMessageA(NULL, 0, 0, 0);
    SendNotifyMessageW(NULL, 0, 0, 0);
}

static BOOL ui_message_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_message_errors_bad();
        ui_message_warnings_bad();
    }
    return TRUE;
}

/* ---- ui_modal ---- */

/* Every function of the pack ui.modal, called once. */
static HWND ui_modal_window;

/* not in mingw-w64 */
__declspec(dllimport) int AfxMessageBox(LPCWSTR text, UINT type, UINT help);
__declspec(dllimport) int WINAPI MessageBoxTimeoutA(HWND owner, LPCSTR text, LPCSTR title,
                                                    UINT type, WORD language, DWORD milliseconds);
__declspec(dllimport) int WINAPI MessageBoxTimeoutW(HWND owner, LPCWSTR text, LPCWSTR title,
                                                    UINT type, WORD language, DWORD milliseconds);

static void ui_modal_errors_bad(void)
{
    AfxMessageBox(L"text", 0, 0);
    ChooseColorA(NULL);
    ChooseColorW(NULL);
    ChooseFontA(NULL);
    ChooseFontW(NULL);
    DialogBoxIndirectParamA(NULL, NULL, NULL, NULL, 0);
    DialogBoxIndirectParamW(NULL, NULL, NULL, NULL, 0);
    DialogBoxParamA(NULL, NULL, NULL, NULL, 0);
    DialogBoxParamW(NULL, NULL, NULL, NULL, 0);
    GetOpenFileNameA(NULL);
    GetOpenFileNameW(NULL);
    GetSaveFileNameA(NULL);
    GetSaveFileNameW(NULL);
    MessageBoxA(NULL, NULL, NULL, 0);
    MessageBoxW(NULL, NULL, NULL, 0);
    MessageBoxExA(NULL, NULL, NULL, 0, 0);
    MessageBoxExW(NULL, NULL, NULL, 0, 0);
    MessageBoxIndirectA(NULL);
    MessageBoxIndirectW(NULL);
    MessageBoxTimeoutA(NULL, "text", "title", 0, 0, 1000);
    MessageBoxTimeoutW(NULL, L"text", L"title", 0, 0, 1000);
    PageSetupDlgA(NULL);
    PageSetupDlgW(NULL);
    PrintDlgA(NULL);
    PrintDlgW(NULL);
    PrintDlgExA(NULL);
    PrintDlgExW(NULL);
    SHBrowseForFolderA(NULL);
    SHBrowseForFolderW(NULL);
    SHMessageBoxCheckA(NULL, NULL, NULL, 0, 0, NULL);
    SHMessageBoxCheckW(NULL, NULL, NULL, 0, 0, NULL);
    ShellAboutA(NULL, NULL, NULL, NULL);
    ShellAboutW(NULL, NULL, NULL, NULL);
    ShellMessageBoxA(NULL, ui_modal_window, "text", "title", MB_OK);
    ShellMessageBoxW(NULL, ui_modal_window, L"text", L"title", MB_OK);
    TaskDialog(NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL);
    TaskDialogIndirect(NULL, NULL, NULL, NULL);
    TrackPopupMenu(NULL, 0, 0, 0, 0, NULL, NULL);
    TrackPopupMenuEx(NULL, 0, 0, 0, NULL, NULL);
}

static BOOL ui_modal_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_modal_errors_bad();
    }
    return TRUE;
}

/* ---- ui_theme ---- */

/* Every function of the pack ui.theme, called once. */
static void ui_theme_errors_bad(void)
{
    GetThemeAppProperties();
    IsAppThemed();
    IsThemeActive();
}

static void ui_theme_warnings_bad(void)
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

static BOOL ui_theme_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_theme_errors_bad();
        ui_theme_warnings_bad();
    }
    return TRUE;
}

/* ---- ui_user32 ---- */

/* Every function of the pack ui.user32, called once. */
static void ui_user32_warnings_bad(void)
{
    ActivateKeyboardLayout(NULL, 0);
    AddClipboardFormatListener(NULL);
    AllowSetForegroundWindow(0);
    AnimateWindow(NULL, 0, 0);
    ArrangeIconicWindows(NULL);
    AttachThreadInput(0, 0, 0);
    BeginDeferWindowPos(0);
    BeginPaint(NULL, NULL);
    BlockInput(0);
    BringWindowToTop(NULL);
    CalculatePopupWindowPosition(NULL, NULL, 0, NULL, NULL);
    CallMsgFilterA(NULL, 0);
    CallMsgFilterW(NULL, 0);
    CallWindowProcA(NULL, NULL, 0, 0, 0);
    CallWindowProcW(NULL, NULL, 0, 0, 0);
    CancelShutdown();
    CascadeWindows(NULL, 0, NULL, 0, NULL);
    ChangeClipboardChain(NULL, NULL);
    ChangeDisplaySettingsA(NULL, 0);
    ChangeDisplaySettingsW(NULL, 0);
    ChangeDisplaySettingsExA(NULL, NULL, NULL, 0, NULL);
    ChangeDisplaySettingsExW(NULL, NULL, NULL, 0, NULL);
    ChangeMenuA(NULL, 0, NULL, 0, 0);
    ChangeMenuW(NULL, 0, NULL, 0, 0);
    ChangeWindowMessageFilter(0, 0);
    ChangeWindowMessageFilterEx(NULL, 0, 0, NULL);
    CheckDlgButton(NULL, 0, 0);
    CheckMenuItem(NULL, 0, 0);
    CheckMenuRadioItem(NULL, 0, 0, 0, 0);
    CheckRadioButton(NULL, 0, 0, 0);
    ClipCursor(NULL);
    CloseClipboard();
    CloseDesktop(NULL);
    CloseGestureInfoHandle(NULL);
    CloseTouchInputHandle(NULL);
    CloseWindow(NULL);
    CloseWindowStation(NULL);
    CreateCaret(NULL, NULL, 0, 0);
    CreateDesktopA(NULL, NULL, NULL, 0, 0, NULL);
    CreateDesktopW(NULL, NULL, NULL, 0, 0, NULL);
    CreateDesktopExA(NULL, NULL, NULL, 0, 0, NULL, 0, NULL);
    CreateDesktopExW(NULL, NULL, NULL, 0, 0, NULL, 0, NULL);
    CreateSyntheticPointerDevice(0, 0, (POINTER_FEEDBACK_MODE){0});
    CreateWindowStationA(NULL, 0, 0, NULL);
    CreateWindowStationW(NULL, 0, 0, NULL);
    DdeAbandonTransaction(0, NULL, 0);
    DdeAccessData(NULL, NULL);
    DdeAddData(NULL, NULL, 0, 0);
    DdeClientTransaction(NULL, 0, NULL, NULL, 0, 0, 0, NULL);
    DdeCmpStringHandles(NULL, NULL);
    DdeConnect(0, NULL, NULL, NULL);
    DdeConnectList(0, NULL, NULL, NULL, NULL);
    DdeCreateDataHandle(0, NULL, 0, 0, NULL, 0, 0);
    DdeCreateStringHandleA(0, NULL, 0);
    DdeCreateStringHandleW(0, NULL, 0);
    DdeDisconnect(NULL);
    DdeDisconnectList(NULL);
    DdeEnableCallback(0, NULL, 0);
    DdeFreeDataHandle(NULL);
    DdeFreeStringHandle(0, NULL);
    DdeGetData(NULL, NULL, 0, 0);
    DdeGetLastError(0);
    DdeImpersonateClient(NULL);
    DdeInitializeA(NULL, NULL, 0, 0);
    DdeInitializeW(NULL, NULL, 0, 0);
    DdeKeepStringHandle(0, NULL);
    DdeNameService(0, NULL, NULL, 0);
    DdePostAdvise(0, NULL, NULL);
    DdeQueryConvInfo(NULL, 0, NULL);
    DdeQueryNextServer(NULL, NULL);
    DdeQueryStringA(0, NULL, NULL, 0, 0);
    DdeQueryStringW(0, NULL, NULL, 0, 0);
    DdeReconnect(NULL);
    DdeSetQualityOfService(NULL, NULL, NULL);
    DdeSetUserHandle(NULL, 0, 0);
    DdeUnaccessData(NULL);
    DdeUninitialize(0);
    DefDlgProcA(NULL, 0, 0, 0);
    DefDlgProcW(NULL, 0, 0, 0);
    DefFrameProcA(NULL, NULL, 0, 0, 0);
    DefFrameProcW(NULL, NULL, 0, 0, 0);
    DefMDIChildProcA(NULL, 0, 0, 0);
    DefMDIChildProcW(NULL, 0, 0, 0);
    DefRawInputProc(NULL, 0, 0);
    DefWindowProcA(NULL, 0, 0, 0);
    DefWindowProcW(NULL, 0, 0, 0);
    DeferWindowPos(NULL, NULL, NULL, 0, 0, 0, 0, 0);
    DeleteMenu(NULL, 0, 0);
    DeregisterShellHookWindow(NULL);
    DestroyCaret();
    DestroySyntheticPointerDevice(NULL);
    DisableProcessWindowsGhosting();
    DisplayConfigSetDeviceInfo(NULL);
    DlgDirListA(NULL, NULL, 0, 0, 0);
    DlgDirListW(NULL, NULL, 0, 0, 0);
    DlgDirListComboBoxA(NULL, NULL, 0, 0, 0);
    DlgDirListComboBoxW(NULL, NULL, 0, 0, 0);
    DlgDirSelectComboBoxExA(NULL, NULL, 0, 0);
    DlgDirSelectComboBoxExW(NULL, NULL, 0, 0);
    DlgDirSelectExA(NULL, NULL, 0, 0);
    DlgDirSelectExW(NULL, NULL, 0, 0);
    DragDetect(NULL, (POINT){0});
    DragObject(NULL, NULL, 0, 0, NULL);
    DrawAnimatedRects(NULL, 0, NULL, NULL);
    DrawCaption(NULL, NULL, NULL, 0);
    DrawEdge(NULL, NULL, 0, 0);
    DrawFocusRect(NULL, NULL);
    DrawFrameControl(NULL, NULL, 0, 0);
    DrawIcon(NULL, 0, 0, NULL);
    DrawIconEx(NULL, 0, 0, NULL, 0, 0, 0, NULL, 0);
    DrawMenuBar(NULL);
    DrawStateA(NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0);
    DrawStateW(NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0);
    DrawTextA(NULL, NULL, 0, NULL, 0);
    DrawTextW(NULL, NULL, 0, NULL, 0);
    DrawTextExA(NULL, NULL, 0, NULL, 0, NULL);
    DrawTextExW(NULL, NULL, 0, NULL, 0, NULL);
    EmptyClipboard();
    EnableMenuItem(NULL, 0, 0);
    EnableMouseInPointer(0);
    EnableNonClientDpiScaling(NULL);
    EnableScrollBar(NULL, 0, 0);
    EnableWindow(NULL, 0);
    EndDeferWindowPos(NULL);
    EndDialog(NULL, 0);
    EndMenu();
    EndPaint(NULL, NULL);
    ExcludeUpdateRgn(NULL, NULL);
    ExitWindowsEx(0, 0);
    FillRect(NULL, NULL, NULL);
    FlashWindow(NULL, 0);
    FlashWindowEx(NULL);
    FrameRect(NULL, NULL, NULL);
    GetClipboardData(0);
    GetComboBoxInfo(NULL, NULL);
    GetDlgItemInt(NULL, 0, NULL, 0);
    GetDlgItemTextA(NULL, 0, NULL, 0);
    GetDlgItemTextW(NULL, 0, NULL, 0);
    GetListBoxInfo(NULL);
    GetWindowTextA(NULL, NULL, 0);
    GetWindowTextW(NULL, NULL, 0);
    GetWindowTextLengthA(NULL);
    GetWindowTextLengthW(NULL);
    GrayStringA(NULL, NULL, NULL, 0, 0, 0, 0, 0, 0);
    GrayStringW(NULL, NULL, NULL, 0, 0, 0, 0, 0, 0);
    HideCaret(NULL);
    HiliteMenuItem(NULL, NULL, 0, 0);
    ImpersonateDdeClientWindow(NULL, NULL);
    InheritWindowMonitor(NULL, NULL);
    InitializeTouchInjection(0, 0);
    InjectSyntheticPointerInput(NULL, NULL, 0);
    InjectTouchInput(0, NULL);
    InvalidateRect(NULL, NULL, 0);
    InvalidateRgn(NULL, NULL, 0);
    InvertRect(NULL, NULL);
    IsDialogMessageA(NULL, NULL);
    IsDialogMessageW(NULL, NULL);
    LoadKeyboardLayoutA(NULL, 0);
    LoadKeyboardLayoutW(NULL, 0);
    LockSetForegroundWindow(0);
    LockWindowUpdate(NULL);
    LockWorkStation();
    MessageBeep(0);
    ModifyMenuA(NULL, 0, 0, 0, NULL);
    ModifyMenuW(NULL, 0, 0, 0, NULL);
    MoveWindow(NULL, 0, 0, 0, 0, 0);
    NotifyWinEvent(0, NULL, 0, 0);
    OpenClipboard(NULL);
    OpenDesktopA(NULL, 0, 0, 0);
    OpenDesktopW(NULL, 0, 0, 0);
    OpenIcon(NULL);
    OpenInputDesktop(0, 0, 0);
    OpenWindowStationA(NULL, 0, 0);
    OpenWindowStationW(NULL, 0, 0);
    PackTouchHitTestingProximityEvaluation(NULL, NULL);
    PaintDesktop(NULL);
    PrintWindow(NULL, NULL, 0);
    PrivateExtractIconsA(NULL, 0, 0, 0, NULL, NULL, 0, 0);
    PrivateExtractIconsW(NULL, 0, 0, 0, NULL, NULL, 0, 0);
    RedrawWindow(NULL, NULL, NULL, 0);
    RegisterPointerDeviceNotifications(NULL, 0);
    RegisterPointerInputTarget(NULL, 0);
    RegisterPointerInputTargetEx(NULL, 0, 0);
    RegisterRawInputDevices(NULL, 0, 0);
    RegisterShellHookWindow(NULL);
    RegisterTouchHitTestingWindow(NULL, 0);
    RegisterTouchWindow(NULL, 0);
    ReleaseCapture();
    RemoveClipboardFormatListener(NULL);
    RemoveMenu(NULL, 0, 0);
    RemovePropA(NULL, NULL);
    RemovePropW(NULL, NULL);
    ReplyMessage(0);
    ScrollDC(NULL, 0, 0, NULL, NULL, NULL, NULL);
    ScrollWindow(NULL, 0, 0, NULL, NULL);
    ScrollWindowEx(NULL, 0, 0, NULL, NULL, NULL, NULL, 0);
    SendInput(0, NULL, 0);
    SetActiveWindow(NULL);
    SetCapture(NULL);
    SetCaretBlinkTime(0);
    SetCaretPos(0, 0);
    SetClassLongA(NULL, 0, 0);
    SetClassLongW(NULL, 0, 0);
    SetClassLongPtrA(NULL, 0, 0);
    SetClassLongPtrW(NULL, 0, 0);
    SetClassWord(NULL, 0, 0);
    SetClipboardData(0, NULL);
    SetClipboardViewer(NULL);
    SetCoalescableTimer(NULL, 0, 0, NULL, 0);
    SetCursor(NULL);
    SetCursorPos(0, 0);
    SetDebugErrorLevel(0);
    SetDialogControlDpiChangeBehavior(NULL, 0, 0);
    SetDialogDpiChangeBehavior(NULL, 0, 0);
    SetDisplayAutoRotationPreferences(0);
    SetDisplayConfig(0, NULL, 0, NULL, 0);
    SetDlgItemInt(NULL, 0, 0, 0);
    SetDlgItemTextA(NULL, 0, NULL);
    SetDlgItemTextW(NULL, 0, NULL);
    SetDoubleClickTime(0);
    SetFocus(NULL);
    SetForegroundWindow(NULL);
    SetGestureConfig(NULL, 0, 0, NULL, 0);
    SetKeyboardState(NULL);
    SetLayeredWindowAttributes(NULL, 0, 0, 0);
    SetMenu(NULL, NULL);
    SetMenuContextHelpId(NULL, 0);
    SetMenuDefaultItem(NULL, 0, 0);
    SetMenuInfo(NULL, NULL);
    SetMenuItemBitmaps(NULL, 0, 0, NULL, NULL);
    SetMenuItemInfoA(NULL, 0, 0, NULL);
    SetMenuItemInfoW(NULL, 0, 0, NULL);
    SetMessageExtraInfo(0);
    SetMessageQueue(0);
    SetParent(NULL, NULL);
    SetPhysicalCursorPos(0, 0);
    SetProcessDefaultLayout(0);
    SetProcessRestrictionExemption(0);
    SetProcessWindowStation(NULL);
    SetPropA(NULL, NULL, NULL);
    SetPropW(NULL, NULL, NULL);
    SetScrollInfo(NULL, 0, NULL, 0);
    SetScrollPos(NULL, 0, 0, 0);
    SetScrollRange(NULL, 0, 0, 0, 0);
    SetSysColors(0, NULL, NULL);
    SetSystemCursor(NULL, 0);
    SetThreadDesktop(NULL);
    SetUserObjectInformationA(NULL, 0, NULL, 0);
    SetUserObjectInformationW(NULL, 0, NULL, 0);
    SetUserObjectSecurity(NULL, NULL, NULL);
    SetWindowContextHelpId(NULL, 0);
    SetWindowDisplayAffinity(NULL, 0);
    SetWindowFeedbackSetting(NULL, 0, 0, 0, NULL);
    SetWindowLongA(NULL, 0, 0);
    SetWindowLongW(NULL, 0, 0);
    SetWindowLongPtrA(NULL, 0, 0);
    SetWindowLongPtrW(NULL, 0, 0);
    SetWindowPlacement(NULL, NULL);
    SetWindowPos(NULL, NULL, 0, 0, 0, 0, 0);
    SetWindowRgn(NULL, NULL, 0);
    SetWindowTextA(NULL, NULL);
    SetWindowTextW(NULL, NULL);
    SetWindowWord(NULL, 0, 0);
    ShowCaret(NULL);
    ShowCursor(0);
    ShowOwnedPopups(NULL, 0);
    ShowScrollBar(NULL, 0, 0);
    ShowWindow(NULL, 0);
    ShowWindowAsync(NULL, 0);
    ShutdownBlockReasonCreate(NULL, NULL);
    ShutdownBlockReasonDestroy(NULL);
    ShutdownBlockReasonQuery(NULL, NULL, NULL);
    SkipPointerFrameMessages(0);
    SoundSentry();
    SwapMouseButton(0);
    SwitchDesktop(NULL);
    SwitchToThisWindow(NULL, 0);
    SystemParametersInfoForDpi(0, 0, NULL, 0, 0);
    TabbedTextOutA(NULL, 0, 0, NULL, 0, 0, NULL, 0);
    TabbedTextOutW(NULL, 0, 0, NULL, 0, 0, NULL, 0);
    TileWindows(NULL, 0, NULL, 0, NULL);
    TrackMouseEvent(NULL);
    TranslateAcceleratorA(NULL, NULL, NULL);
    TranslateAcceleratorW(NULL, NULL, NULL);
    TranslateMDISysAccel(NULL, NULL);
    UnloadKeyboardLayout(NULL);
    UnregisterPointerInputTarget(NULL, 0);
    UnregisterPointerInputTargetEx(NULL, 0);
    UnregisterTouchWindow(NULL);
    UpdateLayeredWindow(NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0);
    UpdateLayeredWindowIndirect(NULL, NULL);
    UpdateWindow(NULL);
    UserHandleGrantAccess(NULL, NULL, 0);
    ValidateRect(NULL, NULL);
    ValidateRgn(NULL, NULL);
    WinHelpA(NULL, NULL, 0, 0);
    WinHelpW(NULL, NULL, 0, 0);
    keybd_event(0, 0, 0, 0);
    mouse_event(0, 0, 0, 0, 0);
}

static BOOL ui_user32_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_user32_warnings_bad();
    }
    return TRUE;
}

/* ---- ui_user32_query ---- */

/* Every function of the pack ui.user32.query, called once. */
static char ui_user32_query_text[80];
static WCHAR ui_user32_query_wide[80];

static void ui_user32_query_notes_bad(void)
{
    AdjustWindowRect(NULL, 0, 0);
    AdjustWindowRectEx(NULL, 0, 0, 0);
    AdjustWindowRectExForDpi(NULL, 0, 0, 0, 0);
    AnyPopup();
    AppendMenuA(NULL, 0, 0, NULL);
    AppendMenuW(NULL, 0, 0, NULL);
    AreDpiAwarenessContextsEqual(NULL, NULL);
    CharLowerA(NULL);
    CharLowerW(NULL);
    CharLowerBuffA(NULL, 0);
    CharLowerBuffW(NULL, 0);
    CharNextA(NULL);
    CharNextW(NULL);
    CharNextExA(0, NULL, 0);
    CharPrevA(NULL, NULL);
    CharPrevW(NULL, NULL);
    CharPrevExA(0, NULL, NULL, 0);
    CharToOemA(NULL, NULL);
    CharToOemW(NULL, NULL);
    CharToOemBuffA(NULL, NULL, 0);
    CharToOemBuffW(NULL, NULL, 0);
    CharUpperA(NULL);
    CharUpperW(NULL);
    CharUpperBuffA(NULL, 0);
    CharUpperBuffW(NULL, 0);
    ChildWindowFromPoint(NULL, (POINT){0});
    ChildWindowFromPointEx(NULL, (POINT){0}, 0);
    ClientToScreen(NULL, NULL);
    CopyAcceleratorTableA(NULL, NULL, 0);
    CopyAcceleratorTableW(NULL, NULL, 0);
    CopyIcon(NULL);
    CopyImage(NULL, 0, 0, 0, 0);
    CountClipboardFormats();
    CreateAcceleratorTableA(NULL, 0);
    CreateAcceleratorTableW(NULL, 0);
    CreateCursor(NULL, 0, 0, 0, 0, NULL, NULL);
    CreateIcon(NULL, 0, 0, 0, 0, NULL, NULL);
    CreateIconFromResource(NULL, 0, 0, 0);
    CreateIconFromResourceEx(NULL, 0, 0, 0, 0, 0, 0);
    CreateIconIndirect(NULL);
    CreateMenu();
    CreatePopupMenu();
    DestroyAcceleratorTable(NULL);
    DestroyCursor(NULL);
    DestroyIcon(NULL);
    DestroyMenu(NULL);
    DisplayConfigGetDeviceInfo(NULL);
    EnumChildWindows(NULL, NULL, 0);
    EnumClipboardFormats(0);
    EnumDesktopWindows(NULL, NULL, 0);
    EnumDesktopsA(NULL, NULL, 0);
    EnumDesktopsW(NULL, NULL, 0);
    EnumDisplayDevicesA(NULL, 0, NULL, 0);
    EnumDisplayDevicesW(NULL, 0, NULL, 0);
    EnumDisplayMonitors(NULL, NULL, NULL, 0);
    EnumDisplaySettingsA(NULL, 0, NULL);
    EnumDisplaySettingsW(NULL, 0, NULL);
    EnumDisplaySettingsExA(NULL, 0, NULL, 0);
    EnumDisplaySettingsExW(NULL, 0, NULL, 0);
    EnumPropsA(NULL, NULL);
    EnumPropsW(NULL, NULL);
    EnumPropsExA(NULL, NULL, 0);
    EnumPropsExW(NULL, NULL, 0);
    EnumThreadWindows(0, NULL, 0);
    EnumWindowStationsA(NULL, 0);
    EnumWindowStationsW(NULL, 0);
    EnumWindows(NULL, 0);
    EvaluateProximityToPolygon(0, NULL, NULL, NULL);
    EvaluateProximityToRect(NULL, NULL, NULL);
    FindWindowA(NULL, NULL);
    FindWindowW(NULL, NULL);
    FindWindowExA(NULL, NULL, NULL, NULL);
    FindWindowExW(NULL, NULL, NULL, NULL);
    FreeDDElParam(0, 0);
    GetActiveWindow();
    GetAltTabInfoA(NULL, 0, NULL, NULL, 0);
    GetAltTabInfoW(NULL, 0, NULL, NULL, 0);
    GetAncestor(NULL, 0);
    GetAsyncKeyState(0);
    GetAutoRotationState(NULL);
    GetAwarenessFromDpiAwarenessContext(NULL);
    GetCIMSSM(NULL);
    GetCapture();
    GetCaretBlinkTime();
    GetCaretPos(NULL);
    GetClassInfoA(NULL, NULL, NULL);
    GetClassInfoW(NULL, NULL, NULL);
    GetClassInfoExA(NULL, NULL, NULL);
    GetClassInfoExW(NULL, NULL, NULL);
    GetClassLongA(NULL, 0);
    GetClassLongW(NULL, 0);
    GetClassLongPtrA(NULL, 0);
    GetClassLongPtrW(NULL, 0);
    GetClassNameA(NULL, NULL, 0);
    GetClassNameW(NULL, NULL, 0);
    GetClassWord(NULL, 0);
    GetClientRect(NULL, NULL);
    GetClipCursor(NULL);
    GetClipboardFormatNameA(0, NULL, 0);
    GetClipboardFormatNameW(0, NULL, 0);
    GetClipboardOwner();
    GetClipboardSequenceNumber();
    GetClipboardViewer();
    GetCurrentInputMessageSource(NULL);
    GetCursor();
    GetCursorInfo(NULL);
    GetCursorPos(NULL);
    GetDC(NULL);
    GetDCEx(NULL, NULL, 0);
    GetDesktopWindow();
    GetDialogBaseUnits();
    GetDialogControlDpiChangeBehavior(NULL);
    GetDialogDpiChangeBehavior(NULL);
    GetDisplayAutoRotationPreferences(NULL);
    GetDisplayConfigBufferSizes(0, NULL, NULL);
    GetDlgCtrlID(NULL);
    GetDlgItem(NULL, 0);
    GetDoubleClickTime();
    GetDpiForSystem();
    GetDpiForWindow(NULL);
    GetDpiFromDpiAwarenessContext(NULL);
    GetFocus();
    GetForegroundWindow();
    GetGUIThreadInfo(0, NULL);
    GetGestureConfig(NULL, 0, 0, NULL, NULL, 0);
    GetGestureExtraArgs(NULL, 0, NULL);
    GetGestureInfo(NULL, NULL);
    GetGuiResources(NULL, 0);
    GetIconInfo(NULL, NULL);
    GetIconInfoExA(NULL, NULL);
    GetIconInfoExW(NULL, NULL);
    GetInputState();
    GetKBCodePage();
    GetKeyNameTextA(0, NULL, 0);
    GetKeyNameTextW(0, NULL, 0);
    GetKeyState(0);
    GetKeyboardLayout(0);
    GetKeyboardLayoutList(0, NULL);
    GetKeyboardLayoutNameA(NULL);
    GetKeyboardLayoutNameW(NULL);
    GetKeyboardState(NULL);
    GetKeyboardType(0);
    GetLastActivePopup(NULL);
    GetLastInputInfo(NULL);
    GetLayeredWindowAttributes(NULL, NULL, NULL, NULL);
    GetMenu(NULL);
    GetMenuBarInfo(NULL, 0, 0, NULL);
    GetMenuCheckMarkDimensions();
    GetMenuContextHelpId(NULL);
    GetMenuDefaultItem(NULL, 0, 0);
    GetMenuInfo(NULL, NULL);
    GetMenuItemCount(NULL);
    GetMenuItemID(NULL, 0);
    GetMenuItemInfoA(NULL, 0, 0, NULL);
    GetMenuItemInfoW(NULL, 0, 0, NULL);
    GetMenuItemRect(NULL, NULL, 0, NULL);
    GetMenuState(NULL, 0, 0);
    GetMenuStringA(NULL, 0, NULL, 0, 0);
    GetMenuStringW(NULL, 0, NULL, 0, 0);
    GetMessageExtraInfo();
    GetMessagePos();
    GetMessageTime();
    GetMonitorInfoA(NULL, NULL);
    GetMonitorInfoW(NULL, NULL);
    GetMouseMovePointsEx(0, NULL, NULL, 0, 0);
    GetNextDlgGroupItem(NULL, NULL, 0);
    GetNextDlgTabItem(NULL, NULL, 0);
    GetOpenClipboardWindow();
    GetParent(NULL);
    GetPhysicalCursorPos(NULL);
    GetPointerCursorId(0, NULL);
    GetPointerDevice(NULL, NULL);
    GetPointerDeviceCursors(NULL, NULL, NULL);
    GetPointerDeviceProperties(NULL, NULL, NULL);
    GetPointerDeviceRects(NULL, NULL, NULL);
    GetPointerDevices(NULL, NULL);
    GetPointerFrameInfo(0, NULL, NULL);
    GetPointerFrameInfoHistory(0, NULL, NULL, NULL);
    GetPointerFramePenInfo(0, NULL, NULL);
    GetPointerFramePenInfoHistory(0, NULL, NULL, NULL);
    GetPointerFrameTouchInfo(0, NULL, NULL);
    GetPointerFrameTouchInfoHistory(0, NULL, NULL, NULL);
    GetPointerInfo(0, NULL);
    GetPointerInfoHistory(0, NULL, NULL);
    GetPointerInputTransform(0, 0, NULL);
    GetPointerPenInfo(0, NULL);
    GetPointerPenInfoHistory(0, NULL, NULL);
    GetPointerTouchInfo(0, NULL);
    GetPointerTouchInfoHistory(0, NULL, NULL);
    GetPointerType(0, NULL);
    GetPriorityClipboardFormat(NULL, 0);
    GetProcessDefaultLayout(NULL);
    GetProcessWindowStation();
    GetPropA(NULL, NULL);
    GetPropW(NULL, NULL);
    GetQueueStatus(0);
    GetRawInputBuffer(NULL, NULL, 0);
    GetRawInputData(NULL, 0, NULL, NULL, 0);
    GetRawInputDeviceInfoA(NULL, 0, NULL, NULL);
    GetRawInputDeviceInfoW(NULL, 0, NULL, NULL);
    GetRawInputDeviceList(NULL, NULL, 0);
    GetRawPointerDeviceData(0, 0, 0, NULL, NULL);
    GetRegisteredRawInputDevices(NULL, NULL, 0);
    GetScrollBarInfo(NULL, 0, NULL);
    GetScrollInfo(NULL, 0, NULL);
    GetScrollPos(NULL, 0);
    GetScrollRange(NULL, 0, NULL, NULL);
    GetShellWindow();
    GetSubMenu(NULL, 0);
    GetSysColor(0);
    GetSysColorBrush(0);
    GetSystemDpiForProcess(NULL);
    GetSystemMenu(NULL, 0);
    GetSystemMetrics(0);
    GetSystemMetricsForDpi(0, 0);
    GetTabbedTextExtentA(NULL, NULL, 0, 0, NULL);
    GetTabbedTextExtentW(NULL, NULL, 0, 0, NULL);
    GetThreadDesktop(0);
    GetThreadDpiAwarenessContext();
    GetThreadDpiHostingBehavior();
    GetTitleBarInfo(NULL, NULL);
    GetTopWindow(NULL);
    GetTouchInputInfo(NULL, 0, NULL, 0);
    GetUnpredictedMessagePos();
    GetUpdateRect(NULL, NULL, 0);
    GetUpdateRgn(NULL, NULL, 0);
    GetUpdatedClipboardFormats(NULL, 0, NULL);
    GetUserObjectInformationA(NULL, 0, NULL, 0, NULL);
    GetUserObjectInformationW(NULL, 0, NULL, 0, NULL);
    GetUserObjectSecurity(NULL, NULL, NULL, 0, NULL);
    GetWindow(NULL, 0);
    GetWindowContextHelpId(NULL);
    GetWindowDC(NULL);
    GetWindowDisplayAffinity(NULL, NULL);
    GetWindowDpiAwarenessContext(NULL);
    GetWindowDpiHostingBehavior(NULL);
    GetWindowFeedbackSetting(NULL, 0, 0, NULL, NULL);
    GetWindowInfo(NULL, NULL);
    GetWindowLongA(NULL, 0);
    GetWindowLongW(NULL, 0);
    GetWindowLongPtrA(NULL, 0);
    GetWindowLongPtrW(NULL, 0);
    GetWindowModuleFileNameA(NULL, NULL, 0);
    GetWindowModuleFileNameW(NULL, NULL, 0);
    GetWindowPlacement(NULL, NULL);
    GetWindowRect(NULL, NULL);
    GetWindowRgn(NULL, NULL);
    GetWindowRgnBox(NULL, NULL);
    GetWindowThreadProcessId(NULL, NULL);
    GetWindowWord(NULL, 0);
    InSendMessage();
    InSendMessageEx(NULL);
    InitCommonControls();
    InitCommonControlsEx(NULL);
    InsertMenuA(NULL, 0, 0, 0, NULL);
    InsertMenuW(NULL, 0, 0, 0, NULL);
    InsertMenuItemA(NULL, 0, 0, NULL);
    InsertMenuItemW(NULL, 0, 0, NULL);
    InternalGetWindowText(NULL, NULL, 0);
    IsCharAlphaA(0);
    IsCharAlphaW(0);
    IsCharAlphaNumericA(0);
    IsCharAlphaNumericW(0);
    IsCharLowerA(0);
    IsCharLowerW(0);
    IsCharUpperA(0);
    IsCharUpperW(0);
    IsChild(NULL, NULL);
    IsClipboardFormatAvailable(0);
    IsDlgButtonChecked(NULL, 0);
    IsGUIThread(0);
    IsHungAppWindow(NULL);
    IsIconic(NULL);
    IsImmersiveProcess(NULL);
    IsMenu(NULL);
    IsMouseInPointerEnabled();
    IsProcessDPIAware();
    IsTouchWindow(NULL, NULL);
    IsValidDpiAwarenessContext(NULL);
    IsWinEventHookInstalled(0);
    IsWindow(NULL);
    IsWindowEnabled(NULL);
    IsWindowUnicode(NULL);
    IsWindowVisible(NULL);
    IsWow64Message();
    IsZoomed(NULL);
    LoadAcceleratorsA(NULL, NULL);
    LoadAcceleratorsW(NULL, NULL);
    LoadBitmapA(NULL, NULL);
    LoadBitmapW(NULL, NULL);
    LoadCursorA(NULL, NULL);
    LoadCursorW(NULL, NULL);
    LoadCursorFromFileA(NULL);
    LoadCursorFromFileW(NULL);
    LoadIconA(NULL, NULL);
    LoadIconW(NULL, NULL);
    LoadImageA(NULL, NULL, 0, 0, 0, 0);
    LoadImageW(NULL, NULL, 0, 0, 0, 0);
    LoadMenuA(NULL, NULL);
    LoadMenuW(NULL, NULL);
    LoadMenuIndirectA(NULL);
    LoadMenuIndirectW(NULL);
    LoadStringA(NULL, 0, NULL, 0);
    LoadStringW(NULL, 0, NULL, 0);
    LogicalToPhysicalPoint(NULL, NULL);
    LogicalToPhysicalPointForPerMonitorDPI(NULL, NULL);
    LookupIconIdFromDirectory(NULL, 0);
    LookupIconIdFromDirectoryEx(NULL, 0, 0, 0, 0);
    MapDialogRect(NULL, NULL);
    MapVirtualKeyA(0, 0);
    MapVirtualKeyW(0, 0);
    MapVirtualKeyExA(0, 0, NULL);
    MapVirtualKeyExW(0, 0, NULL);
    MapWindowPoints(NULL, NULL, NULL, 0);
    MenuItemFromPoint(NULL, NULL, (POINT){0});
    MonitorFromPoint((POINT){0}, 0);
    MonitorFromRect(NULL, 0);
    MonitorFromWindow(NULL, 0);
    OemKeyScan(0);
    OemToCharA(NULL, NULL);
    OemToCharW(NULL, NULL);
    OemToCharBuffA(NULL, NULL, 0);
    OemToCharBuffW(NULL, NULL, 0);
    PackDDElParam(0, 0, 0);
    PhysicalToLogicalPoint(NULL, NULL);
    PhysicalToLogicalPointForPerMonitorDPI(NULL, NULL);
    QueryDisplayConfig(0, NULL, NULL, NULL, NULL, NULL);
    RealChildWindowFromPoint(NULL, (POINT){0});
    RealGetWindowClassA(NULL, NULL, 0);
    RealGetWindowClassW(NULL, NULL, 0);
    RegisterClipboardFormatA(NULL);
    RegisterClipboardFormatW(NULL);
    RegisterWindowMessageA(NULL);
    RegisterWindowMessageW(NULL);
    ReleaseDC(NULL, NULL);
    ReuseDDElParam(0, 0, 0, 0, 0);
    ScreenToClient(NULL, NULL);
    SetLastErrorEx(0, 0);
    SetProcessDPIAware();
    SetProcessDpiAwarenessContext(NULL);
    SetThreadDpiAwarenessContext(NULL);
    SetThreadDpiHostingBehavior(0);
    SystemParametersInfoA(0, 0, NULL, 0);
    SystemParametersInfoW(0, 0, NULL, 0);
    ToAscii(0, 0, NULL, NULL, 0);
    ToAsciiEx(0, 0, NULL, NULL, 0, NULL);
    ToUnicode(0, 0, NULL, NULL, 0, 0);
    ToUnicodeEx(0, 0, NULL, NULL, 0, 0, NULL);
    TranslateMessage(NULL);
    UnpackDDElParam(0, 0, NULL, NULL);
    VkKeyScanA(0);
    VkKeyScanW(0);
    VkKeyScanExA(0, NULL);
    VkKeyScanExW(0, NULL);
    WindowFromDC(NULL);
    WindowFromPhysicalPoint((POINT){0});
    WindowFromPoint((POINT){0});
    wsprintfA(ui_user32_query_text, "%d", 1);
    wsprintfW(ui_user32_query_wide, L"%d", 1);
    wvsprintfA(NULL, NULL, NULL);
    wvsprintfW(NULL, NULL, NULL);
}

static void ui_user32_query_silent_ok(void)
{
    CopyRect(NULL, NULL);
    EqualRect(NULL, NULL);
    InflateRect(NULL, 0, 0);
    IntersectRect(NULL, NULL, NULL);
    IsRectEmpty(NULL);
    OffsetRect(NULL, 0, 0);
    PtInRect(NULL, (POINT){0});
    SetRect(NULL, 0, 0, 0, 0);
    SetRectEmpty(NULL);
    SubtractRect(NULL, NULL, NULL);
    UnionRect(NULL, NULL, NULL);
}

static BOOL ui_user32_query_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ui_user32_query_notes_bad();
        ui_user32_query_silent_ok();
    }
    return TRUE;
}

/* ---- shell ---- */

/* Every function of the pack shell, called once. */
static void shell_errors_bad(void)
{
    AssocCreate((CLSID){0}, NULL, NULL);
    SHCoCreateInstance(NULL, NULL, NULL, NULL, NULL);
    SHGetFolderLocation(NULL, 0, NULL, 0, NULL);
    SHGetFolderPathA(NULL, 0, NULL, 0, NULL);
    SHGetFolderPathW(NULL, 0, NULL, 0, NULL);
    SHGetFolderPathAndSubDirA(NULL, 0, NULL, 0, NULL, NULL);
    SHGetFolderPathAndSubDirW(NULL, 0, NULL, 0, NULL, NULL);
    SHGetKnownFolderIDList(NULL, 0, NULL, NULL);
    SHGetKnownFolderPath(NULL, 0, NULL, NULL);
    SHGetSpecialFolderLocation(NULL, 0, NULL);
    SHGetSpecialFolderPathA(NULL, NULL, 0, 0);
    SHGetSpecialFolderPathW(NULL, NULL, 0, 0);
    ShellExecuteA(NULL, NULL, NULL, NULL, NULL, 0);
    ShellExecuteW(NULL, NULL, NULL, NULL, NULL, 0);
    ShellExecuteExA(NULL);
    ShellExecuteExW(NULL);
}

static void shell_warnings_bad(void)
{
    AssocCreateForClasses(NULL, 0, NULL, NULL);
    AssocGetDetailsOfPropKey(NULL, NULL, NULL, NULL, NULL);
    AssocQueryKeyA(0, (ASSOCKEY){0}, NULL, NULL, NULL);
    AssocQueryKeyW(0, (ASSOCKEY){0}, NULL, NULL, NULL);
    AssocQueryStringA(0, (ASSOCSTR){0}, NULL, NULL, NULL, NULL);
    AssocQueryStringW(0, (ASSOCSTR){0}, NULL, NULL, NULL, NULL);
    AssocQueryStringByKeyA(0, (ASSOCSTR){0}, NULL, NULL, NULL, NULL);
    AssocQueryStringByKeyW(0, (ASSOCSTR){0}, NULL, NULL, NULL, NULL);
    CDefFolderMenu_Create2(NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, NULL);
    CIDLData_CreateFromIDArray(NULL, 0, NULL, NULL);
    DAD_AutoScroll(NULL, NULL, NULL);
    DAD_DragEnterEx(NULL, (POINT){0});
    DAD_DragEnterEx2(NULL, (POINT){0}, NULL);
    DAD_DragLeave();
    DAD_DragMove((POINT){0});
    DAD_SetDragImage(NULL, NULL);
    DAD_ShowDragImage(0);
    DoEnvironmentSubstA(NULL, 0);
    DoEnvironmentSubstW(NULL, 0);
    DragAcceptFiles(NULL, 0);
    DriveType(0);
    DuplicateIcon(NULL, NULL);
    ExtractAssociatedIconA(NULL, NULL, NULL);
    ExtractAssociatedIconW(NULL, NULL, NULL);
    ExtractAssociatedIconExA(NULL, NULL, NULL, NULL);
    ExtractAssociatedIconExW(NULL, NULL, NULL, NULL);
    ExtractIconA(NULL, NULL, 0);
    ExtractIconW(NULL, NULL, 0);
    ExtractIconExA(NULL, 0, NULL, NULL, 0);
    ExtractIconExW(NULL, 0, NULL, NULL, 0);
    FindExecutableA(NULL, NULL, NULL);
    FindExecutableW(NULL, NULL, NULL);
    GetFileNameFromBrowse(NULL, NULL, 0, NULL, NULL, NULL, NULL);
    ILCreateFromPathA(NULL);
    ILCreateFromPathW(NULL);
    ILLoadFromStreamEx(NULL, NULL);
    ILSaveToStream(NULL, NULL);
    InitNetworkAddressControl();
    IsLFNDriveA(NULL);
    IsLFNDriveW(NULL);
    IsNetDrive(0);
    OpenRegStream(NULL, NULL, NULL, 0);
    PathCleanupSpec(NULL, NULL);
    PathGetShortPath(NULL);
    PathIsSlowA(NULL, 0);
    PathIsSlowW(NULL, 0);
    PathMakeUniqueName(NULL, 0, NULL, NULL, NULL);
    PathQualify(NULL);
    PathResolve(NULL, NULL, 0);
    PathYetAnotherMakeUniqueName(NULL, NULL, NULL, NULL);
    PickIconDlg(NULL, NULL, 0, NULL);
    PifMgr_CloseProperties(NULL, 0);
    PifMgr_GetProperties(NULL, NULL, NULL, 0, 0);
    PifMgr_OpenProperties(NULL, NULL, 0, 0);
    PifMgr_SetProperties(NULL, NULL, NULL, 0, 0);
    ReadCabinetState(NULL, 0);
    RealDriveType(0, 0);
    RestartDialog(NULL, NULL, 0);
    RestartDialogEx(NULL, NULL, 0, 0);
    SHAddDefaultPropertiesByExt(NULL, NULL);
    SHAddFromPropSheetExtArray(NULL, NULL, 0);
    SHAddToRecentDocs(0, NULL);
    SHAppBarMessage(0, NULL);
    SHAssocEnumHandlers(NULL, 0, NULL);
    SHAssocEnumHandlersForProtocolByApplication(NULL, NULL, NULL);
    SHBindToFolderIDListParent(NULL, NULL, NULL, NULL, NULL);
    SHBindToFolderIDListParentEx(NULL, NULL, NULL, NULL, NULL, NULL);
    SHBindToObject(NULL, NULL, NULL, NULL, NULL);
    SHBindToParent(NULL, NULL, NULL, NULL);
    SHCLSIDFromString(NULL, NULL);
    SHChangeNotification_Lock(NULL, 0, NULL, NULL);
    SHChangeNotification_Unlock(NULL);
    SHChangeNotify(0, 0, NULL, NULL);
    SHChangeNotifyDeregister(0);
    SHChangeNotifyRegister(NULL, 0, 0, 0, 0, NULL);
    SHChangeNotifyRegisterThread((SCNRT_STATUS){0});
    SHCreateAssociationRegistration(NULL, NULL);
    SHCreateDataObject(NULL, 0, NULL, NULL, NULL, NULL);
    SHCreateDefaultContextMenu(NULL, NULL, NULL);
    SHCreateDefaultExtractIcon(NULL, NULL);
    SHCreateDefaultPropertiesOp(NULL, NULL);
    SHCreateDirectory(NULL, NULL);
    SHCreateDirectoryExA(NULL, NULL, NULL);
    SHCreateDirectoryExW(NULL, NULL, NULL);
    SHCreateFileExtractIconW(NULL, 0, NULL, NULL);
    SHCreateItemFromIDList(NULL, NULL, NULL);
    SHCreateItemFromParsingName(NULL, NULL, NULL, NULL);
    SHCreateItemFromRelativeName(NULL, NULL, NULL, NULL, NULL);
    SHCreateItemInKnownFolder(NULL, 0, NULL, NULL, NULL);
    SHCreateItemWithParent(NULL, NULL, NULL, NULL, NULL);
    SHCreateProcessAsUserW(NULL);
    SHCreatePropSheetExtArray(NULL, NULL, 0);
    SHCreateQueryCancelAutoPlayMoniker(NULL);
    SHCreateShellFolderView(NULL, NULL);
    SHCreateShellFolderViewEx(NULL, NULL);
    SHCreateShellItem(NULL, NULL, NULL, NULL);
    SHCreateShellItemArray(NULL, NULL, 0, NULL, NULL);
    SHCreateShellItemArrayFromDataObject(NULL, NULL, NULL);
    SHCreateShellItemArrayFromIDLists(0, NULL, NULL);
    SHCreateShellItemArrayFromShellItem(NULL, NULL, NULL);
    SHCreateStdEnumFmtEtc(0, NULL, NULL);
    SHDefExtractIconA(NULL, 0, 0, NULL, NULL, 0);
    SHDefExtractIconW(NULL, 0, 0, NULL, NULL, 0);
    SHDestroyPropSheetExtArray(NULL);
    SHDoDragDrop(NULL, NULL, NULL, 0, NULL);
    SHEmptyRecycleBinA(NULL, NULL, 0);
    SHEmptyRecycleBinW(NULL, NULL, 0);
    SHEnumerateUnreadMailAccountsW(NULL, 0, NULL, 0);
    SHEvaluateSystemCommandTemplate(NULL, NULL, NULL, NULL);
    SHFileOperationA(NULL);
    SHFileOperationW(NULL);
    SHFindFiles(NULL, NULL);
    SHFind_InitMenuPopup(NULL, NULL, 0, 0);
    SHFlushSFCache();
    SHFormatDrive(NULL, 0, 0, 0);
    SHGetAttributesFromDataObject(NULL, 0, NULL, NULL);
    SHGetDataFromIDListA(NULL, NULL, 0, NULL, 0);
    SHGetDataFromIDListW(NULL, NULL, 0, NULL, 0);
    SHGetDesktopFolder(NULL);
    SHGetDiskFreeSpaceExA(NULL, NULL, NULL, NULL);
    SHGetDiskFreeSpaceExW(NULL, NULL, NULL, NULL);
    SHGetDriveMedia(NULL, NULL);
    SHGetFileInfoA(NULL, 0, NULL, 0, 0);
    SHGetFileInfoW(NULL, 0, NULL, 0, 0);
    SHGetIDListFromObject(NULL, NULL);
    SHGetIconOverlayIndexA(NULL, 0);
    SHGetIconOverlayIndexW(NULL, 0);
    SHGetImageList(0, NULL, NULL);
    SHGetInstanceExplorer(NULL);
    SHGetItemFromDataObject(NULL, 0, NULL, NULL);
    SHGetItemFromObject(NULL, NULL, NULL);
    SHGetKnownFolderItem(NULL, (KNOWN_FOLDER_FLAG){0}, NULL, NULL, NULL);
    SHGetLocalizedName(NULL, NULL, 0, NULL);
    SHGetMalloc(NULL);
    SHGetNameFromIDList(NULL, 0, NULL);
    SHGetPathFromIDListA(NULL, NULL);
    SHGetPathFromIDListW(NULL, NULL);
    SHGetPathFromIDListEx(NULL, NULL, 0, 0);
    SHGetPropertyStoreForWindow(NULL, NULL, NULL);
    SHGetPropertyStoreFromIDList(NULL, 0, NULL, NULL);
    SHGetPropertyStoreFromParsingName(NULL, NULL, 0, NULL, NULL);
    SHGetRealIDL(NULL, NULL, NULL);
    SHGetSetFolderCustomSettings(NULL, NULL, 0);
    SHGetSetSettings(NULL, 0, 0);
    SHGetSettings(NULL, 0);
    SHGetStockIconInfo(0, 0, NULL);
    SHGetTemporaryPropertyForItem(NULL, NULL, NULL);
    SHGetUnreadMailCountW(NULL, NULL, NULL, NULL, NULL, 0);
    SHHandleUpdateImage(NULL);
    SHILCreateFromPath(NULL, NULL, NULL);
    SHInvokePrinterCommandA(NULL, 0, NULL, NULL, 0);
    SHInvokePrinterCommandW(NULL, 0, NULL, NULL, 0);
    SHIsFileAvailableOffline(NULL, NULL);
    SHLimitInputEdit(NULL, NULL);
    SHLoadInProc(NULL);
    SHLoadNonloadedIconOverlayIdentifiers();
    SHMapPIDLToSystemImageListIndex(NULL, NULL, NULL);
    SHMultiFileProperties(NULL, 0);
    SHObjectProperties(NULL, 0, NULL, NULL);
    SHOpenFolderAndSelectItems(NULL, 0, NULL, 0);
    SHOpenPropSheetW(NULL, NULL, 0, NULL, NULL, NULL, NULL);
    SHOpenWithDialog(NULL, NULL);
    SHParseDisplayName(NULL, NULL, NULL, 0, NULL);
    SHPathPrepareForWriteA(NULL, NULL, NULL, 0);
    SHPathPrepareForWriteW(NULL, NULL, NULL, 0);
    SHPropStgCreate(NULL, NULL, NULL, 0, 0, 0, NULL, NULL);
    SHPropStgReadMultiple(NULL, 0, 0, NULL, NULL);
    SHPropStgWriteMultiple(NULL, NULL, 0, NULL, NULL, 0);
    SHQueryRecycleBinA(NULL, NULL);
    SHQueryRecycleBinW(NULL, NULL);
    SHQueryUserNotificationState(NULL);
    SHRemoveLocalizedName(NULL);
    SHReplaceFromPropSheetExtArray(NULL, 0, NULL, 0);
    SHResolveLibrary(NULL);
    SHSetDefaultProperties(NULL, NULL, 0, NULL);
    SHSetFolderPathA(0, NULL, 0, NULL);
    SHSetFolderPathW(0, NULL, 0, NULL);
    SHSetInstanceExplorer(NULL);
    SHSetKnownFolderPath(NULL, 0, NULL, NULL);
    SHSetLocalizedName(NULL, NULL, 0);
    SHSetTemporaryPropertyForItem(NULL, NULL, NULL);
    SHSetUnreadMailCountW(NULL, 0, NULL);
    SHShellFolderView_Message(NULL, 0, 0);
    SHShowManageLibraryUI(NULL, NULL, NULL, NULL, 0);
    SHSimpleIDListFromPath(NULL);
    SHStartNetConnectionDialogW(NULL, NULL, 0);
    SHUpdateImageA(NULL, 0, 0, 0);
    SHUpdateImageW(NULL, 0, 0, 0);
    SHValidateUNC(NULL, NULL, 0);
    Shell_GetCachedImageIndexA(NULL, 0, 0);
    Shell_GetCachedImageIndexW(NULL, 0, 0);
    Shell_GetImageLists(NULL, NULL);
    Shell_MergeMenus(NULL, NULL, 0, 0, 0, 0);
    Shell_NotifyIconA(0, NULL);
    Shell_NotifyIconW(0, NULL);
    Shell_NotifyIconGetRect(NULL, NULL);
    SignalFileOpen(NULL);
    StgMakeUniqueName(NULL, NULL, 0, NULL, NULL);
    Win32DeleteFile(NULL);
    WriteCabinetState(NULL);
}

static BOOL shell_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        shell_errors_bad();
        shell_warnings_bad();
    }
    return TRUE;
}

/* ---- shell_query ---- */

/* Every function of the pack shell.query, called once. */
static void shell_query_notes_bad(void)
{
    CommandLineToArgvW(NULL, NULL);
    DragFinish(NULL);
    DragQueryFileA(NULL, 0, NULL, 0);
    DragQueryFileW(NULL, 0, NULL, 0);
    DragQueryPoint(NULL, NULL);
    GetCurrentProcessExplicitAppUserModelID(NULL);
    ILAppendID(NULL, NULL, 0);
    ILClone(NULL);
    ILCloneFirst(NULL);
    ILCombine(NULL, NULL);
    ILFindChild(NULL, NULL);
    ILFindLastID(NULL);
    ILFree(NULL);
    ILGetNext(NULL);
    ILGetSize(NULL);
    ILIsEqual(NULL, NULL);
    ILIsParent(NULL, NULL, 0);
    ILRemoveLastID(NULL);
    IsUserAnAdmin();
    PathIsExe(NULL);
    SHAlloc(0);
    SHCloneSpecialIDList(NULL, 0, 0);
    SHFree(NULL);
    SHFreeNameMappings(NULL);
    SHGetNewLinkInfoA(NULL, NULL, NULL, NULL, 0);
    SHGetNewLinkInfoW(NULL, NULL, NULL, NULL, 0);
    SHRestricted(0);
    SHTestTokenMembership(NULL, 0);
    SetCurrentProcessExplicitAppUserModelID(NULL);
}

static BOOL shell_query_all(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        shell_query_notes_bad();
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    register_class_all(instance, reason, reserved);
    register_hook_all(instance, reason, reserved);
    message_dispatch_all(instance, reason, reserved);
    window_all(instance, reason, reserved);
    ui_gdi32_all(instance, reason, reserved);
    ui_gdi32_query_all(instance, reason, reserved);
    ui_message_all(instance, reason, reserved);
    ui_modal_all(instance, reason, reserved);
    ui_theme_all(instance, reason, reserved);
    ui_user32_all(instance, reason, reserved);
    ui_user32_query_all(instance, reason, reserved);
    shell_all(instance, reason, reserved);
    shell_query_all(instance, reason, reserved);
    return TRUE;
}
