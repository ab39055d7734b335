-- Run by the superuser of the cluster inside the database crm, any number of times.
-- Large objects stand outside row-level security, and PostgreSQL lets everybody make them.
revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public;

