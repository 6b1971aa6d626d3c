#ifdef BUILD_B
#define B_API __declspec(dllexport)
#else
#define B_API __declspec(dllimport)
#endif

B_API HMODULE b_open_ok(void);
