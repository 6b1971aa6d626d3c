// A local owner that is only looked at destroys what was made for it; one that is moved from, handed
// over, released or returned does not.
#include <memory>
#include <vector>
#include <windows.h>

struct reader_bad {
    int size = 0;
    ~reader_bad() { FreeLibrary(GetModuleHandleA("reader.dll")); }
};

struct element_bad {
    ~element_bad() { FreeLibrary(GetModuleHandleA("element.dll")); }
};

struct writer_ok {
    ~writer_ok() { FreeLibrary(GetModuleHandleA("writer.dll")); }
};

static writer_ok *g_writers[2];

static void keep_ok(std::unique_ptr<writer_ok> writer)
{
    g_writers[0] = writer.release();
}

static std::unique_ptr<writer_ok> make_ok()
{
    auto writer = std::make_unique<writer_ok>();
    return writer;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        auto reader = std::make_unique<reader_bad>();
        reader->size = 4;
        if (reader) {
            OutputDebugStringA(reader.get() != nullptr ? "a" : "b");
        }
        std::vector<element_bad> elements;
        elements.emplace_back();
        auto writer = std::make_unique<writer_ok>();
        keep_ok(std::move(writer));
        std::unique_ptr<writer_ok> other(new writer_ok);
        g_writers[1] = other.release();
        keep_ok(make_ok());
    }
    return TRUE;
}
