#ifndef WORKER_H
#define WORKER_H

class Worker {
public:
    virtual ~Worker() {}
    virtual void work() = 0;
};

Worker *quiet_worker();
Worker *loading_worker();

#endif
