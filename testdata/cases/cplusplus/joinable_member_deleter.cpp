// A member that is a std::shared_ptr with a deleter, by its initialiser in the class.
#include <memory>
#include <windows.h>

struct apartment {
    std::shared_ptr<void> guard{nullptr, [](void *) { CoUninitialize(); }};
};

static apartment g_apartment;

static void leave_bad(void *) { CoUninitialize(); }

class session {
  public:
    session() { opened = true; }

  private:
    bool opened = false;
    std::shared_ptr<void> guard = std::shared_ptr<void>(nullptr, leave_bad);
};

static session g_session;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }
