-- What the authorization server keeps: codes, refresh tokens, consents, agents who are signed in, identities on their way from
-- one device to another, the websites that may ask for customers' tokens, and who did what.
--
-- As everywhere, nothing here can be used to come in: codes, tokens and sessions are named by their SHA-256. The tables that
-- are looked up by such a secret have it as their key, because the license is known only when the row is.

alter table oauth_client add column consent_required boolean not null default false;

-- An agent signs in with an address, in whatever case.
create index account_credential_login on account_credential (lower(agent_id));

alter table access_token
  add column grant_id       text,   -- the authorization it comes from; null if it comes from none
  add column name           text,   -- what its owner calls a personal token
  add column sealed_refresh bytea;  -- the refresh token that made it, sealed with the token itself

create index access_token_grant on access_token (license_id, grant_id) where grant_id is not null;
create index access_token_client on access_token (license_id, client_id) where client_id is not null;
create index access_token_revoked on access_token (revoked_at) where revoked_at is not null;

create table authorization_code (
  code_hash        bytea       primary key check (octet_length(code_hash) = 32),
  license_id       bigint      not null,
  grant_id         text        not null,
  agent_id         text        not null,
  account_id       text        not null,
  client_id        text        not null,
  scopes           text[]      not null,
  redirect_uri     text        not null,
  code_challenge   text,
  challenge_method text,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  constraint authorization_code_challenge check ((code_challenge is null) = (challenge_method is null))
);

create index authorization_code_client on authorization_code (license_id, client_id);
create index authorization_code_expiry on authorization_code (expires_at);

create table refresh_token (
  token_hash  bytea       primary key check (octet_length(token_hash) = 32),
  license_id  bigint      not null,
  grant_id    text        not null,
  agent_id    text        not null,
  account_id  text        not null,
  client_id   text        not null,
  scopes      text[]      not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,              -- null: never
  replaced_at timestamptz,              -- its turn is over, the next one of the same grant is valid
  revoked_at  timestamptz
);

create index refresh_token_grant on refresh_token (license_id, grant_id);
create index refresh_token_owner on refresh_token (license_id, client_id, agent_id, created_at);
create index refresh_token_expiry on refresh_token (expires_at) where expires_at is not null;

create table consent (
  license_id bigint      not null,
  agent_id   text        not null,
  client_id  text        not null,
  scopes     text[]      not null,
  given_at   timestamptz not null,
  primary key (license_id, agent_id, client_id)
);

create table sign_in_session (
  session_hash   bytea       primary key check (octet_length(session_hash) = 32),
  license_id     bigint      not null,
  agent_id       text        not null,
  account_id     text        not null,
  password_stamp bytea       not null,  -- of the password's hash at the time: another password ends the session
  created_at     timestamptz not null,
  expires_at     timestamptz not null
);

create index sign_in_session_expiry on sign_in_session (expires_at);

create table identity_transfer (
  token_hash       bytea       primary key check (octet_length(token_hash) = 32),
  license_id       bigint      not null,
  client_id        text        not null,
  customer_id      text        not null,
  code_challenge   text,
  challenge_method text,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  constraint identity_transfer_challenge check ((code_challenge is null) = (challenge_method is null))
);

create index identity_transfer_expiry on identity_transfer (expires_at);

-- The websites whose pages may ask for customers' tokens; a license with none is open to all.
create table license_origin (
  license_id bigint not null,
  origin     text   not null,
  primary key (license_id, origin)
);

create table auth_audit (
  license_id  bigint      not null,     -- 0: nobody knows which
  id          bigint      not null generated always as identity,
  happened_at timestamptz not null,
  action      text        not null,
  outcome     text        not null,
  agent_id    text,
  client_id   text,
  address     text,
  primary key (license_id, id)
);

create index auth_audit_time on auth_audit (happened_at);
