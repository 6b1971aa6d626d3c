#include <windows.h>
#include <winhttp.h>
#include "report.h"

static HINTERNET g_session, g_request;

static HINTERNET open_bad(const wchar_t *agent)
{
    return WinHttpOpen(agent, WINHTTP_ACCESS_TYPE_DEFAULT_PROXY, NULL, NULL, 0);
}

void report_open_bad(void)
{
    g_session = open_bad(L"mylib");
}

void report_thread_bad(unsigned long id)
{
    WinHttpSendRequest(g_request, NULL, 0, NULL, 0, 0, id);
}
