-- What archives and lists of customers are found by. Filled by a worker of its own, beside the journal.

-- True while the thread is active, and afterwards until the worker has come by. An event that is
-- added to a closed thread makes it true again, and so does a tag.
alter table thread add column unindexed boolean not null default true;

-- Archives, newest or oldest first, page by page.
create index thread_by_time on thread (license_id, created_at, id);
-- The threads that have to be read themselves.
create index thread_unindexed on thread (license_id, created_at) where unindexed;
-- What the worker has to do.
create index thread_to_index on thread (license_id, id) where unindexed and closed_at is not null;

-- What a thread is found by: words, tags, agents and groups, each with its license before it, for
-- the index knows no other column.
create table thread_text (
  license_id  bigint      not null,
  created_at  timestamptz not null,
  event_count integer     not null,
  thread_id   text        not null collate "C",
  chat_id     text        not null collate "C",
  -- Of a closed thread; null while it is active.
  terms       text[]      collate "C",
  -- Of the first events of an active thread.
  partial     text[]      collate "C",
  primary key (license_id, thread_id)
) with (toast_tuple_target = 128);

-- The worker adds many threads at once, and has the index take them in before anybody asks.
create index thread_text_terms on thread_text using gin (terms)
  with (fastupdate = on, gin_pending_list_limit = 16384);

-- When somebody last wrote in the closed threads of a customer.
create table customer_activity (
  license_id             bigint not null,
  customer_id            text   not null collate "C",
  agent_last_event_at    timestamptz,
  customer_last_event_at timestamptz,
  primary key (license_id, customer_id)
);

-- True from a change of name or address until the worker has come by.
alter table customer add column renamed boolean not null default false;

create index customer_renamed on customer (license_id, id) where renamed;
-- Lists of customers.
create index customer_by_time on customer (license_id, created_at, id);
