-- Links by which agents choose passwords, sent by e-mail: named by the SHA-256 of their secret, as everything that lets somebody in.
create table password_link (
  token_hash bytea       primary key check (octet_length(token_hash) = 32),
  license_id bigint      not null,
  agent_id   text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

create index password_link_agent on password_link (license_id, agent_id);
create index password_link_expiry on password_link (expires_at);

-- A password that its agent has chosen is not replaced by the one of a provisioning file.
alter table account_credential add column chosen boolean not null default false;

-- Who has forgotten a password names an address, in whatever case, and may never have had a password.
create index agent_login on agent (lower(id));
