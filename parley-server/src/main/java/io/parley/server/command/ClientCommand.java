package io.parley.server.command;

import static io.parley.server.command.AdministrationCommand.done;
import static io.parley.server.command.AdministrationCommand.flag;
import static io.parley.server.command.AdministrationCommand.nameOption;
import static io.parley.server.command.AdministrationCommand.operand;
import static io.parley.server.command.AdministrationCommand.redirectUriOption;
import static io.parley.server.command.AdministrationCommand.scopeOption;

import io.parley.gateway.account.CredentialAdministration.MadeClient;
import io.parley.gateway.account.CredentialAdministration.NewClient;
import io.parley.server.command.AdministrationCommand.Words;
import io.parley.server.composition.Administration;
import io.parley.store.credential.OAuthClient;
import java.io.PrintStream;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/// `parley client`: the applications that may ask for tokens of a license.
final class ClientCommand {
  private static final String PUBLIC = "--public";
  private static final String ASK_CONSENT = "--ask-consent";

  private ClientCommand() {}

  static CommandSpec spec(AdministrationCommand frame, CommandSpec client) {
    client.usageMessage().description("Adds, lists and removes applications.");
    client.addSubcommand("add", add(frame));
    client.addSubcommand(
        "list", frame.spec("Lists the applications of a license.", ClientCommand::list));
    client.addSubcommand(
        "remove",
        frame
            .spec("Removes an application, and revokes its tokens.", ClientCommand::remove)
            .addPositional(operand("CLIENT_ID", "the application")));
    client.addSubcommand(
        "rotate-secret",
        frame
            .spec(
                "Gives an application another secret; the old one is void at once.",
                ClientCommand::rotate)
            .addPositional(operand("CLIENT_ID", "the application")));
    return client;
  }

  private static CommandSpec add(AdministrationCommand frame) {
    return frame
        .spec("Adds an application, and prints its id and secret.", ClientCommand::add)
        .addOption(nameOption("what people know it by"))
        .addOption(redirectUriOption())
        .addOption(scopeOption("what its tokens may do at most; may be repeated"))
        .addOption(
            flag(
                PUBLIC,
                "it runs where anybody can read it, as in a browser, and so gets no secret"))
        .addOption(flag(ASK_CONSENT, "agents are asked before it acts for them"));
  }

  private static void add(Words words, Administration administration, PrintStream out) {
    MadeClient made =
        done(
            administration
                .credentials()
                .addClient(
                    words.license(),
                    new NewClient(
                        words.name(),
                        !words.has(PUBLIC),
                        words.redirectUris(),
                        words.scopes(),
                        words.has(ASK_CONSENT))));
    out.println("client_id      " + made.client().clientId());
    if (made.secret() != null) {
      out.println("client_secret  " + made.secret());
    }
  }

  private static void list(Words words, Administration administration, PrintStream out) {
    for (OAuthClient client : done(administration.credentials().clients(words.license()))) {
      out.printf(
          "%s  %s  %s  %s  %s%n",
          client.clientId(),
          client.isPublic() ? "public" : "secret",
          client.name(),
          String.join(" ", client.redirectUris()),
          String.join(",", new TreeSet<>(client.scopes())));
    }
  }

  private static void remove(Words words, Administration administration, PrintStream out) {
    int revoked = done(administration.credentials().removeClient(words.license(), words.operand()));
    out.printf("removed %s, and revoked %d access tokens%n", words.operand(), revoked);
  }

  private static void rotate(Words words, Administration administration, PrintStream out) {
    out.println(
        "client_secret  "
            + done(administration.credentials().rotateSecret(words.license(), words.operand())));
  }
}
