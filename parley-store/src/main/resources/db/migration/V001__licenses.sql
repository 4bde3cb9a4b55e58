-- Licenses with their agents, customers, chats, threads and events.
-- Drawn in the documentation of the package io.parley.store; every key begins with the license.
-- Ids compare by bytes (collate "C"): they are keys, not words.

create table license (
  id              bigint      not null primary key,
  organization_id text        not null collate "C" unique,
  name            text        not null,
  plan            text        not null,
  region          text        not null,
  settings        jsonb       not null,
  created_at      timestamptz not null,
  epoch           bigint      not null default 0,
  seq             bigint      not null default 0
) with (fillfactor = 40);

create table agent_group (
  license_id bigint  not null,
  id         integer not null,
  name       text    not null,
  primary key (license_id, id)
);

create table agent (
  license_id          bigint  not null,
  id                  text    not null collate "C",
  position            bigint  not null,
  account_id          text    not null,
  public_id           text    not null,
  name                text    not null,
  permission          text    not null,
  job_title           text,
  avatar              text,
  max_chats_count     integer not null,
  groups              jsonb   not null,
  bot_owner_client_id text,
  last_routing_status text,
  primary key (license_id, id)
);

-- The devices that want to be told of an agent's chats, or wanted to once.
create table push_device (
  license_id     bigint  not null,
  agent_id       text    not null collate "C",
  token_hash     text    not null collate "C",
  firebase_token text    not null,
  platform       text    not null,
  enabled        boolean not null,
  primary key (license_id, agent_id, token_hash)
);

create table customer (
  license_id   bigint      not null,
  id           text        not null collate "C",
  created_at   timestamptz not null,
  banned_until timestamptz,
  chats        integer     not null,
  threads      integer     not null,
  visits       integer     not null,
  name         text,
  email        text,
  avatar       text,
  fields       jsonb       not null,
  last_visit   jsonb,
  group_ids    integer[]   not null,
  primary key (license_id, id)
) with (fillfactor = 90);

create table chat (
  license_id             bigint      not null,
  created_at             timestamptz not null,
  -- The chat's own time while it has no thread: the order of lists.
  last_thread_created_at timestamptz not null,
  active                 boolean     not null,
  id                     text        not null collate "C",
  last_thread_id         text        collate "C",
  group_ids              integer[]   not null,
  followers              text[]      not null,
  properties             jsonb       not null,
  primary key (license_id, id)
) with (fillfactor = 90);

-- Lists of chats, newest or oldest first, page by page.
create index chat_by_last_thread on chat (license_id, last_thread_created_at, id);
-- What a license's writer loads; which licenses wake after a start.
create index chat_active on chat (license_id) where active;

create table chat_user (
  license_id     bigint      not null,
  events_seen_up_to timestamptz,
  position       bigint      not null,
  present        boolean     not null,
  chat_id        text        not null collate "C",
  user_key       text        not null collate "C",
  visibility     text        not null,
  primary key (license_id, chat_id, user_key)
) with (fillfactor = 80);

-- The chats of a user.
create index chat_user_by_user on chat_user (license_id, user_key, chat_id);

create table thread (
  license_id bigint      not null,
  created_at timestamptz not null,
  closed_at  timestamptz,
  ordinal    integer     not null,
  id         text        not null collate "C",
  chat_id    text        not null collate "C",
  group_ids  integer[]   not null,
  tags       text[]      not null,
  user_keys  text[]      not null,
  properties jsonb       not null,
  primary key (license_id, id)
) with (fillfactor = 90);

-- The threads of a chat in their order.
create unique index thread_by_chat on thread (license_id, chat_id, ordinal);

create table event (
  license_id bigint      not null,
  created_at timestamptz not null,
  number     integer     not null,
  thread_id  text        not null collate "C",
  chat_id    text        not null collate "C",
  type       text        not null collate "C",
  author     text        collate "C",
  recipients text        not null collate "C",
  body       jsonb       not null,
  properties jsonb,
  custom_id  text,
  primary key (license_id, thread_id, number)
);

-- The last event of each type. Messages are found from the end of the last threads, so that
-- adding one touches a single index.
create index event_by_rare_type on event (license_id, chat_id, type, created_at)
  where type <> 'message';
