/* A class template whose functions one unit makes for all. */
#ifndef ENGINE_H
#define ENGINE_H

struct codec {
    static void load_bad();
    static void unload_bad();
    static void rest_ok();
};

template <class T> class Engine
{
  public:
    ~Engine();
    void start();
    void rest();
};

template <class T> Engine<T>::~Engine()
{
    T::unload_bad();
}

template <class T> void Engine<T>::start()
{
    T::load_bad();
}

template <class T> void Engine<T>::rest()
{
    T::rest_ok();
}

template <class T> void warm_up(T *);

extern template class Engine<codec>;

#endif
