-- What the Configuration API configures beside what provisioning does: groups' languages, agents' standing and preferences, bots,
-- definitions of properties, and properties of licenses and groups.

alter table license add column properties jsonb not null default '{}';

alter table agent_group
  add column language_code text  not null default 'en',
  add column properties    jsonb not null default '{}',
  add column deleted       boolean not null default false;        -- its number is never given again

-- Of bots last_routing_status is the last one, of people the last one that was not offline.
alter table agent
  add column bot_default_priority text,                           -- of bots; null: normal
  add column suspended            boolean not null default false,
  add column awaiting_approval    boolean not null default false,
  add column preferences          jsonb   not null default '{}';

-- Agents who were deleted: under which name and public id they said what they said.
create table former_agent (
  license_id          bigint      not null,
  id                  text        not null collate "C",
  account_id          text        not null,
  public_id           text        not null,
  name                text        not null,
  job_title           text,
  avatar              text,
  bot_owner_client_id text,
  deleted_at          timestamptz not null,
  primary key (license_id, id)
);

-- The properties that applications define; the default ones are not here.
create table property_definition (
  license_id bigint not null,
  namespace  text   not null collate "C",
  name       text   not null collate "C",
  definition jsonb  not null,
  primary key (license_id, namespace, name)
);

-- What provisioning files said last of what can be configured otherwise, too. What a file says no differently is not applied again,
-- so that a start does not undo what was configured since.
create table provisioned (
  license_id  bigint not null,
  item        text   not null collate "C",      -- 'license', 'settings', 'group <id>', 'agent <id>'
  fingerprint text   not null,                  -- SHA-256 of what was said of it
  primary key (license_id, item)
);
