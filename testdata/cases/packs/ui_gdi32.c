/* Every function of the pack ui.gdi32, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

static void warnings_bad(void)
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

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        warnings_bad();
    }
    return TRUE;
}
