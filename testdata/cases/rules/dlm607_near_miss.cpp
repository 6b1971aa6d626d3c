/* Names of cryptographic functions in a class and in a namespace of the project. */
#include <windows.h>

namespace keys
{
static int CryptProtectData(int value)
{
    return value ^ 0x55;
}
}

class Shop
{
public:
    void CertOpenStore()
    {
    }
};

static Shop g_shop;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    g_shop.CertOpenStore();
    return keys::CryptProtectData(1) != 0;
}
