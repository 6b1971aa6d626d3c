BOOL on_loader_event(HINSTANCE instance, DWORD reason, void *hint);
