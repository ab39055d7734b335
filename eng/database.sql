-- Run once by the superuser of the cluster, after roles.sql.
create database crm owner crm_owner;

revoke all on database crm from public;

grant connect on database crm to crm_app, crm_auth, crm_fila;

