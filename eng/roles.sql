-- Run by the superuser of the cluster, any number of times; passwords are given apart.
-- A blank line ends a statement for `postgres --single -j`, so none stands inside one.
do $$
declare
  papel text;
begin
  foreach papel in array array['crm_owner', 'crm_app', 'crm_auth', 'crm_fila'] loop
    if not exists (select from pg_roles where rolname = papel) then
      execute format('create role %I', papel);
    end if;
  end loop;
end
$$;

alter role crm_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

alter role crm_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- An older version, which may run beside this one, names the organization by a literal in SET LOCAL: pg_stat_statements,
-- where it is loaded, would keep a row for each.
do $$
begin
  alter role crm_app set pg_stat_statements.track_utility = off;
exception when insufficient_privilege then
  raise notice 'pg_stat_statements will keep a row for each organization.';
end
$$;

alter role crm_auth login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

alter role crm_fila login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

