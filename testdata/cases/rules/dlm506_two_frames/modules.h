void snmp_end_bad(void);
void directory_end_bad(void);
