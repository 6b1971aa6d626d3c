/* A class template that deletes an object of its argument. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

class driver
{
  public:
    ~driver()
    {
        unload_bad();
    }

  private:
    void unload_bad()
    {
        FreeLibrary(module_);
    }
    HMODULE module_ = nullptr;
};

template <class T> class Owner
{
  public:
    Owner() : item_(new T)
    {
    }
    ~Owner()
    {
        delete item_;
    }

  private:
    T *item_;
};

static Owner<driver> g_owner;
static Owner<int> g_number;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
