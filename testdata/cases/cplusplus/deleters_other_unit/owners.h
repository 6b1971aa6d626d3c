#pragma once
#include <memory>

struct Service {
    int number;
};

Service *make_service();
void stop_named_bad(Service *service);
void stop_given_bad(Service *service);
void stop_pointer_bad(Service *service);
void stop_nothing_ok(Service *service);
void stop_elsewhere_ok(Service *service);

extern std::shared_ptr<Service> g_given;
extern std::unique_ptr<Service, void (*)(Service *)> g_pointer;
extern std::shared_ptr<Service> g_harmless;
extern std::shared_ptr<Service> g_of_another_dll;
