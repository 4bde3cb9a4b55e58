-- Who may come in: passwords, applications, access tokens, and the browsers of returning customers.
--
-- Nothing here can be used to come in: passwords and applications' secrets are Argon2id hashes (PHC strings, which carry
-- their parameters), tokens and browsers' secrets are 256 random bits of which only the SHA-256 is kept.

create table account_credential (
  license_id    bigint      not null,
  agent_id      text        not null,
  account_id    text        not null,
  password_hash text        not null,
  updated_at    timestamptz not null,
  primary key (license_id, agent_id)
);

-- Someone who signs in says who they are, not in which license.
create index account_credential_agent on account_credential (agent_id);

create table oauth_client (
  license_id    bigint      not null,
  client_id     text        not null,
  secret_hash   text,                   -- null: a public application
  name          text        not null,
  redirect_uris text[]      not null,
  scopes        text[]      not null,
  updated_at    timestamptz not null,
  primary key (license_id, client_id)
);

-- The authorization page is opened with a client id alone.
create index oauth_client_client on oauth_client (client_id);

-- The one table whose key does not begin with license_id: the token is what names the license, so it is looked up before the
-- license is known, and no two licenses may have the same token. Where tables are distributed, this one is by its hash.
create table access_token (
  token_hash  bytea       primary key check (octet_length(token_hash) = 32),
  license_id  bigint      not null,
  kind        text        not null,
  agent_id    text,
  customer_id text,
  account_id  text,
  client_id   text,
  scopes      text[]      not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,                  -- null: never
  revoked_at  timestamptz,
  constraint access_token_holder check (
    case kind
      when 'agent'    then agent_id is not null and account_id is not null and customer_id is null
      when 'personal' then agent_id is not null and account_id is not null and customer_id is null
      when 'customer' then customer_id is not null and agent_id is null and account_id is null
      else false
    end)
);

create index access_token_agent on access_token (license_id, agent_id) where agent_id is not null;
create index access_token_expiry on access_token (expires_at) where expires_at is not null;

-- Who the customer behind a browser is: for each license, and within it for each website that the license has not named as one
-- of its own. A browser has one secret for all of them.
create table browser_identity (
  license_id  bigint      not null,
  secret_hash bytea       not null check (octet_length(secret_hash) = 32),
  site        text        not null,     -- the origin of the website; empty for the license's own
  customer_id text        not null,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  primary key (license_id, secret_hash, site)
);

-- The secret a browser sends must be shown to go with the customer id that it sends, whatever license that is of.
create index browser_identity_secret on browser_identity (secret_hash);
create index browser_identity_seen on browser_identity (seen_at);
