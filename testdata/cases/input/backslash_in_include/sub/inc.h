#define HELPER_NAME "helper.dll"
#define START() load_bad()
