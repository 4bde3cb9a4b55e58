-- Files that agents and customers have uploaded. The bytes lie elsewhere, under license and id. A file is temporary until an
-- event uses it; the group that writes the event takes the time of expiry away in the same transaction.

create table file (
  license_id      bigint      not null,
  id              text        not null,  -- can't be guessed: whoever knows it may read the file
  name            text        not null,
  url             text        not null,
  content_type    text        not null,
  size            bigint      not null,
  width           integer,               -- this and the following of images only
  height          integer,
  thumbnail_url   text,
  thumbnail2x_url text,
  uploaded_by     text        not null,  -- a user_key
  created_at      timestamptz not null,
  expires_at      timestamptz,           -- null: used in an event
  primary key (license_id, id),
  constraint file_image check (
    (width is null) = (height is null) and (width is null) = (thumbnail_url is null) and
    (width is null) = (thumbnail2x_url is null))
);

create index file_expiry on file (expires_at) where expires_at is not null;
create index file_temporary on file (license_id, uploaded_by) where expires_at is not null;
