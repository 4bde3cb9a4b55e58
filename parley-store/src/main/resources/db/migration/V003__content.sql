-- What a license shows to its customers beside chats: forms, greetings and goals. Written by provisioning, read whole.

create table license_content (
  license_id bigint not null,
  kind       text   not null check (kind in ('forms', 'greetings', 'goals')),
  items      jsonb  not null check (jsonb_typeof(items) = 'array'),
  primary key (license_id, kind)
);
