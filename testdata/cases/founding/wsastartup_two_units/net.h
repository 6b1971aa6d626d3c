#ifndef NET_H
#define NET_H

int component_start_bad(void);
void component_forget_ok(void);
int socket_layer_start_bad(void);

#endif
