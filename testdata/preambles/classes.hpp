#pragma once
#include <memory>

namespace own {
struct Base {
    virtual ~Base();
    virtual void run() = 0;
};
inline int counter = 0;
} // namespace own

template <class T> struct Holder : own::Base {
    T value;
    static inline int made = 0;
    ~Holder() override { made--; }
    void run() override { value.go(); }
};

extern "C" {
extern int own_extern;
}

struct Outer {
    struct Inner {
        Inner() { own::counter++; }
    };
    Inner inner;
    std::unique_ptr<own::Base> base;
};
