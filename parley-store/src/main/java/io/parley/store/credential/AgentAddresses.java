package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Where agents can be written to, as the journal wrote it: people only, who may work.
public final class AgentAddresses {
  private static final String SELECT =
      """
      select a.license_id, l.name as license, a.id, a.name
      from agent a join license l on l.id = a.license_id
      where a.bot_owner_client_id is null and
      """;

  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public AgentAddresses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The agent; empty if the license has no such person.
  public Optional<AgentAddress> find(LicenseId licenseId, AgentId agentId) {
    return jdbi.withHandle(
        handle ->
            addresses(
                    handle
                        .createQuery(SELECT + "a.license_id = :license and a.id = :agent")
                        .bind("license", licenseId.value())
                        .bind("agent", agentId.value()))
                .stream()
                .findFirst());
  }

  /// Everyone with that address, in whatever case, who is neither suspended nor waits to be let in:
  /// a person may be an agent of several licenses.
  public List<AgentAddress> withLogin(String login, int atMost) {
    return jdbi.withHandle(
        handle ->
            addresses(
                handle
                    .createQuery(
                        SELECT
                            + """
                            lower(a.id) = lower(:login)
                              and not a.suspended and not a.awaiting_approval
                            order by a.license_id, a.id limit :most
                            """)
                    .bind("login", login)
                    .bind("most", atMost)));
  }

  private static List<AgentAddress> addresses(Query query) {
    return query
        .map(
            (row, _) ->
                new AgentAddress(
                    new LicenseId(row.getLong("license_id")),
                    row.getString("license"),
                    new AgentId(row.getString("id")),
                    row.getString("name")))
        .list();
  }
}
