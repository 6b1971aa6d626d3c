/* Every function of the pack gfx.driver, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) int clGetPlatformIDs(unsigned count, void **platforms, unsigned *found);
__declspec(dllimport) int cuInit(unsigned flags);
__declspec(dllimport) int cudaFree(void *memory);
__declspec(dllimport) int cudaMalloc(void **memory, size_t size);
__declspec(dllimport) int vkCreateInstance(const void *create, const void *allocator, void **made);
__declspec(dllimport) int vkEnumeratePhysicalDevices(void *instance, unsigned *n, void **devices);

static void warnings_bad(void)
{
    ChoosePixelFormat(NULL, NULL);
    DescribePixelFormat(NULL, 0, 0, NULL);
    SetPixelFormat(NULL, 0, NULL);
    clGetPlatformIDs(0, NULL, NULL);
    cuInit(0);
    cudaFree(NULL);
    cudaMalloc(NULL, 0);
    vkCreateInstance(NULL, NULL, NULL);
    vkEnumeratePhysicalDevices(NULL, NULL, NULL);
    wglCreateContext(NULL);
    wglMakeCurrent(NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        warnings_bad();
    }
    return TRUE;
}
