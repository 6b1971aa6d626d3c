/* Each function of COM. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <objbase.h>
#include <ole2.h>
#include <oleauto.h>
#include <roapi.h>
#include <comsvcs.h>

static void all_bad(void)
{
    BindMoniker(0, 0, 0, 0);
    CLSIDFromProgID(0, 0);
    CLSIDFromProgIDEx(0, 0);
    CoCreateInstance(0, 0, 0, 0, 0);
    CoCreateInstanceEx(0, 0, 0, 0, 0, 0);
    CoCreateInstanceFromApp(0, 0, 0, 0, 0, 0);
    CoDisconnectObject(0, 0);
    CoGetClassObject(0, 0, 0, 0, 0);
    CoGetInstanceFromFile(0, 0, 0, 0, 0, 0, 0, 0);
    CoGetInterfaceAndReleaseStream(0, 0, 0);
    CoGetObject(0, 0, 0, 0);
    CoLockObjectExternal(0, 0, 0);
    CoMarshalInterThreadInterfaceInStream(0, 0, 0);
    CoMarshalInterface(0, 0, 0, 0, 0, 0);
    CoRegisterClassObject(0, 0, 0, 0, 0);
    CoRegisterMessageFilter(0, 0);
    CoReleaseMarshalData(0);
    CoRevokeClassObject(0);
    CoUnmarshalInterface(0, 0, 0);
    CreateBindCtx(0, 0);
    DoDragDrop(0, 0, 0, 0);
    GetActiveObject(0, 0, 0);
    MkParseDisplayName(0, 0, 0, 0);
    OleCreate(0, 0, 0, 0, 0, 0, 0);
    OleFlushClipboard();
    OleGetClipboard(0);
    OleLoad(0, 0, 0, 0);
    OleRun(0);
    OleSetClipboard(0);
    ProgIDFromCLSID(0, 0);
    RegisterActiveObject(0, 0, 0, 0);
    RegisterDragDrop(0, 0);
    RevokeActiveObject(0, 0);
    RevokeDragDrop(0);
    RoActivateInstance(0, 0);
    RoGetActivationFactory(0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
