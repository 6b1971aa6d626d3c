/* The same code behind headers that hold much. */
#include <functional>
#include <map>
#include <regex>
#include <thread>

#include "plain.cpp"
