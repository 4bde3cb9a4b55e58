-- Webhooks, and what they have to send. Drawn in the documentation of the package io.parley.store.

create table webhook (
  license_id      bigint not null,
  id              text   not null collate "C",
  position        bigint not null,           -- the number of the change that made it, and of the action among a bot's
  bot_id          text   collate "C",        -- null: the license's own
  api_version     text   not null,
  owner_client_id text   not null,
  action          text   not null,
  url             text   not null,
  secret_key      text   not null,
  description     text,
  filters         jsonb  not null,
  extras          text[] not null,
  primary key (license_id, id)
);

-- The outbox: written with the change that fired the webhook, deleted when the receiver has it. What is parked stays until
-- somebody retries or drops it.
create table webhook_delivery (
  license_id    bigint      not null,
  seq           bigint      not null,        -- the number of the change
  created_at    timestamptz not null default now(),
  next_try_at   timestamptz,
  failing_since timestamptz,
  parked_at     timestamptz,
  tries         integer     not null default 0,
  released      boolean     not null default false, -- somebody said "retry", and the server has not seen it yet
  webhook_id    text        not null collate "C",
  subject       text        not null collate "C",   -- what is told in order: a chat, an agent, a customer
  action        text        not null,
  url           text        not null,
  secret_key    text        not null,
  failure       text,
  body          text        not null,
  primary key (license_id, webhook_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 5000);

create index webhook_delivery_parked on webhook_delivery (license_id, webhook_id, seq) where parked_at is not null;
create index webhook_delivery_released on webhook_delivery (license_id) where released;
