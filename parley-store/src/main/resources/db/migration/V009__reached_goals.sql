-- The goals that customers have reached, each time, and the conversation that each counts for.
-- Drawn in the documentation of the package io.parley.store.

create table reached_goal (
  license_id  bigint      not null,
  customer_id text        not null collate "C",
  reached_at  timestamptz not null,
  goal_id     integer     not null,
  goal_name   text        not null,
  -- Null for a customer who never chatted.
  thread_id   text        collate "C",
  primary key (license_id, customer_id, reached_at, goal_id)
);

-- Archives by goals.
create index reached_goal_by_thread on reached_goal (license_id, thread_id, goal_id)
  where thread_id is not null;
