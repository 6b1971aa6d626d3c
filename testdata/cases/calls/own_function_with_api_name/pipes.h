int socket(int kind, int size, int flags);
int connect(int pipe);
