// A method that returns a class derived from what the base's method returns.
#include <windows.h>

class Node {
public:
    virtual ~Node() {}
    virtual Node *clone() const { return new Node; }
    virtual void load() {}
};

class LibraryNode : public Node {
public:
    LibraryNode *clone() const override { return new LibraryNode; }
    void load() override;
};

class TextNode : public Node {
public:
    TextNode *clone() const override { return new TextNode; }
    void load() override {}
};

void LibraryNode::load()
{
    LoadLibraryA("node.dll");
}

static TextNode *g_text;
static LibraryNode *g_library;

extern "C" __declspec(dllexport) void set_nodes(TextNode *text, LibraryNode *library)
{
    g_text = text;
    g_library = library;
}

static void text_ok()
{
    g_text->clone()->load();
}

static void library_bad()
{
    g_library->clone()->load();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_text != nullptr) {
        text_ok();
        library_bad();
    }
    return TRUE;
}
