/* Every name of the pack print, in both phases of the process. */
#include <windows.h>
#include <winspool.h>

static void calls_a_bad(void)
{
    AbortPrinter(NULL);
    AddFormA(NULL, 0, NULL);
    AddFormW(NULL, 0, NULL);
    AddJobA(NULL, 0, NULL, 0, NULL);
    AddJobW(NULL, 0, NULL, 0, NULL);
    AddMonitorA(NULL, 0, NULL);
    AddMonitorW(NULL, 0, NULL);
    AddPortA(NULL, NULL, NULL);
    AddPortW(NULL, NULL, NULL);
    AddPrintProcessorA(NULL, NULL, NULL, NULL);
    AddPrintProcessorW(NULL, NULL, NULL, NULL);
    AddPrintProvidorA(NULL, 0, NULL);
    AddPrintProvidorW(NULL, 0, NULL);
    AddPrinterA(NULL, 0, NULL);
    AddPrinterConnection2A(NULL, NULL, 0, NULL);
    AddPrinterConnection2W(NULL, NULL, 0, NULL);
    AddPrinterConnectionA(NULL);
    AddPrinterConnectionW(NULL);
    AddPrinterDriverA(NULL, 0, NULL);
    AddPrinterDriverExA(NULL, 0, NULL, 0);
    AddPrinterDriverExW(NULL, 0, NULL, 0);
    AddPrinterDriverW(NULL, 0, NULL);
    AddPrinterW(NULL, 0, NULL);
    AdvancedDocumentPropertiesA(NULL, NULL, NULL, NULL, NULL);
    AdvancedDocumentPropertiesW(NULL, NULL, NULL, NULL, NULL);
    ClosePrinter(NULL);
    CloseSpoolFileHandle(NULL, NULL);
    CommitSpoolData(NULL, NULL, 0);
    ConfigurePortA(NULL, NULL, NULL);
}

static void calls_b_bad(void)
{
    ConfigurePortW(NULL, NULL, NULL);
    ConnectToPrinterDlg(NULL, 0);
    DeleteFormA(NULL, NULL);
    DeleteFormW(NULL, NULL);
    DeleteMonitorA(NULL, NULL, NULL);
    DeleteMonitorW(NULL, NULL, NULL);
    DeletePortA(NULL, NULL, NULL);
    DeletePortW(NULL, NULL, NULL);
    DeletePrintProcessorA(NULL, NULL, NULL);
    DeletePrintProcessorW(NULL, NULL, NULL);
    DeletePrintProvidorA(NULL, NULL, NULL);
    DeletePrintProvidorW(NULL, NULL, NULL);
    DeletePrinter(NULL);
    DeletePrinterConnectionA(NULL);
    DeletePrinterConnectionW(NULL);
    DeletePrinterDataA(NULL, NULL);
    DeletePrinterDataExA(NULL, NULL, NULL);
    DeletePrinterDataExW(NULL, NULL, NULL);
    DeletePrinterDataW(NULL, NULL);
    DeletePrinterDriverA(NULL, NULL, NULL);
    DeletePrinterDriverExA(NULL, NULL, NULL, 0, 0);
    DeletePrinterDriverExW(NULL, NULL, NULL, 0, 0);
    DeletePrinterDriverPackageA(NULL, NULL, NULL);
    DeletePrinterDriverPackageW(NULL, NULL, NULL);
    DeletePrinterDriverW(NULL, NULL, NULL);
    DeletePrinterKeyA(NULL, NULL);
    DeletePrinterKeyW(NULL, NULL);
    DeviceCapabilitiesA(NULL, NULL, 0, NULL, NULL);
    DeviceCapabilitiesW(NULL, NULL, 0, NULL, NULL);
}

static void calls_c_bad(void)
{
    DocumentPropertiesA(NULL, NULL, NULL, NULL, NULL, 0);
    DocumentPropertiesW(NULL, NULL, NULL, NULL, NULL, 0);
    EndDocPrinter(NULL);
    EndPagePrinter(NULL);
    EnumFormsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumFormsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumJobsA(NULL, 0, 0, 0, NULL, 0, NULL, NULL);
    EnumJobsW(NULL, 0, 0, 0, NULL, 0, NULL, NULL);
    EnumMonitorsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumMonitorsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumPortsA(NULL, 0, NULL, 0, NULL, NULL);
    EnumPortsW(NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorDatatypesA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorDatatypesW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorsA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintProcessorsW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterDataA(NULL, 0, NULL, 0, NULL, NULL, NULL, 0, NULL);
    EnumPrinterDataExA(NULL, NULL, NULL, 0, NULL, NULL);
    EnumPrinterDataExW(NULL, NULL, NULL, 0, NULL, NULL);
    EnumPrinterDataW(NULL, 0, NULL, 0, NULL, NULL, NULL, 0, NULL);
    EnumPrinterDriversA(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterDriversW(NULL, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrinterKeyA(NULL, NULL, NULL, 0, NULL);
    EnumPrinterKeyW(NULL, NULL, NULL, 0, NULL);
    EnumPrintersA(0, NULL, 0, NULL, 0, NULL, NULL);
    EnumPrintersW(0, NULL, 0, NULL, 0, NULL, NULL);
    ExtDeviceMode(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
    FindClosePrinterChangeNotification(NULL);
    FindFirstPrinterChangeNotification(NULL, 0, 0, NULL);
}

static void calls_d_bad(void)
{
    FindNextPrinterChangeNotification(NULL, NULL, NULL, NULL);
    FlushPrinter(NULL, NULL, 0, NULL, 0);
    GetCorePrinterDriversA(NULL, NULL, NULL, 0, NULL);
    GetCorePrinterDriversW(NULL, NULL, NULL, 0, NULL);
    GetDefaultPrinterA(NULL, NULL);
    GetDefaultPrinterW(NULL, NULL);
    GetFormA(NULL, NULL, 0, NULL, 0, NULL);
    GetFormW(NULL, NULL, 0, NULL, 0, NULL);
    GetJobA(NULL, 0, 0, NULL, 0, NULL);
    GetJobW(NULL, 0, 0, NULL, 0, NULL);
    GetPrintProcessorDirectoryA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrintProcessorDirectoryW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterA(NULL, 0, NULL, 0, NULL);
    GetPrinterDataA(NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataExA(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataExW(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDataW(NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriver2A(NULL, NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriver2W(NULL, NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverDirectoryA(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverDirectoryW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterDriverPackagePathA(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriverPackagePathW(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    GetPrinterDriverW(NULL, NULL, 0, NULL, 0, NULL);
    GetPrinterW(NULL, 0, NULL, 0, NULL);
    OpenPrinter2A(NULL, NULL, NULL, NULL);
    OpenPrinter2W(NULL, NULL, NULL, NULL);
    OpenPrinterA(NULL, NULL, NULL);
}

static void calls_e_bad(void)
{
    OpenPrinterW(NULL, NULL, NULL);
    PrinterProperties(NULL, NULL);
    ReadPrinter(NULL, NULL, 0, NULL);
    ReportJobProcessingProgress(NULL, 0, (EPrintXPSJobOperation)0, (EPrintXPSJobProgress)0);
    ResetPrinterA(NULL, NULL);
    ResetPrinterW(NULL, NULL);
    ScheduleJob(NULL, 0);
    SetDefaultPrinterA(NULL);
    SetDefaultPrinterW(NULL);
    SetFormA(NULL, NULL, 0, NULL);
    SetFormW(NULL, NULL, 0, NULL);
    SetJobA(NULL, 0, 0, NULL, 0);
    SetJobW(NULL, 0, 0, NULL, 0);
    SetPortA(NULL, NULL, 0, NULL);
    SetPortW(NULL, NULL, 0, NULL);
    SetPrinterA(NULL, 0, NULL, 0);
    SetPrinterDataA(NULL, NULL, 0, NULL, 0);
    SetPrinterDataExA(NULL, NULL, NULL, 0, NULL, 0);
    SetPrinterDataExW(NULL, NULL, NULL, 0, NULL, 0);
    SetPrinterDataW(NULL, NULL, 0, NULL, 0);
    SetPrinterW(NULL, 0, NULL, 0);
    StartDocPrinterA(NULL, 0, NULL);
    StartDocPrinterW(NULL, 0, NULL);
    StartPagePrinter(NULL);
    UploadPrinterDriverPackageA(NULL, NULL, NULL, 0, NULL, NULL, NULL);
    UploadPrinterDriverPackageW(NULL, NULL, NULL, 0, NULL, NULL, NULL);
    WaitForPrinterChange(NULL, 0);
    WritePrinter(NULL, NULL, 0, NULL);
    XcvDataW(NULL, NULL, NULL, 0, NULL, 0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_a_bad();
        calls_b_bad();
        calls_c_bad();
        calls_d_bad();
        calls_e_bad();
    }
    return TRUE;
}
