void queue_lock(void);
void queue_unlock(void);
