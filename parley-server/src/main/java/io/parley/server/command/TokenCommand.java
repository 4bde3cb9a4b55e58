package io.parley.server.command;

import static io.parley.server.command.AdministrationCommand.agentOption;
import static io.parley.server.command.AdministrationCommand.done;
import static io.parley.server.command.AdministrationCommand.nameOption;
import static io.parley.server.command.AdministrationCommand.operand;
import static io.parley.server.command.AdministrationCommand.scopeOption;

import io.parley.gateway.account.CredentialAdministration.MadeToken;
import io.parley.server.command.AdministrationCommand.Words;
import io.parley.server.composition.Administration;
import io.parley.store.credential.PersonalToken;
import java.io.PrintStream;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/// `parley token`: the agents' personal access tokens.
final class TokenCommand {
  private TokenCommand() {}

  static CommandSpec spec(AdministrationCommand frame, CommandSpec token) {
    token.usageMessage().description("Makes, lists and revokes agents' personal access tokens.");
    token.addSubcommand(
        "create",
        frame
            .spec(
                "Makes a personal access token, and prints what to sign requests with.",
                TokenCommand::create)
            .addOption(agentOption())
            .addOption(nameOption("what the agent calls it"))
            .addOption(
                scopeOption("what it may do; may be repeated. *: all that the agent may do")));
    token.addSubcommand(
        "list",
        frame
            .spec("Lists an agent's personal access tokens.", TokenCommand::list)
            .addOption(agentOption()));
    token.addSubcommand(
        "revoke",
        frame
            .spec("Revokes a personal access token.", TokenCommand::revoke)
            .addOption(agentOption())
            .addPositional(operand("TOKEN_ID", "the token, as the list calls it")));
    return token;
  }

  private static void create(Words words, Administration administration, PrintStream out) {
    MadeToken made =
        done(
            administration
                .credentials()
                .createToken(words.license(), words.agent(), words.name(), words.scopes(), null));
    out.println("token_id    " + made.token().id());
    out.println("account_id  " + made.token().accountId());
    out.println("token       " + made.secret());
  }

  private static void list(Words words, Administration administration, PrintStream out) {
    for (PersonalToken token :
        done(administration.credentials().tokens(words.license(), words.agent()))) {
      out.printf(
          "%s  %s  %s  %s  %s%n",
          token.id(),
          token.createdAt(),
          token.revokedAt() == null ? "valid" : "revoked",
          token.name().isEmpty() ? "-" : token.name(),
          String.join(",", new TreeSet<>(token.scopes())));
    }
  }

  private static void revoke(Words words, Administration administration, PrintStream out) {
    out.println(
        "revoked "
            + done(
                administration
                    .credentials()
                    .revokeToken(words.license(), words.agent(), words.operand(), null)));
  }
}
