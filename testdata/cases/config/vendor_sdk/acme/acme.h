/* acme.h - the SDK of a vendor that does not exist: what a project knows of it stands in packs/. */
#ifndef ACME_H
#define ACME_H

typedef void acme_handler(void *data);

/* Connects to the ACME service and waits for its answer. */
int AcmeConnectW(const wchar_t *service);

/* Waits for the end of all jobs; 0 only looks whether they are done. */
int AcmeJobWaitAll(unsigned milliseconds);

/* Hands the handler to the worker thread of the SDK. */
int AcmePost(acme_handler *handler, void *data);

/* Calls the handler for each plug-in before it returns. */
int AcmeForEachPlugin(acme_handler *handler, void *data);

/* Writes to a ring in memory. */
void AcmeTrace(const char *text);

#endif
