package io.parley.server.command;

import static io.parley.server.command.AdministrationCommand.agentOption;
import static io.parley.server.command.AdministrationCommand.done;

import io.parley.server.command.AdministrationCommand.Words;
import io.parley.server.composition.Administration;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;

/// `parley agent`: how agents sign in.
final class AgentCommand {
  private AgentCommand() {}

  static CommandSpec spec(AdministrationCommand frame, CommandSpec agent) {
    agent.usageMessage().description("Lets agents in who were made by the Configuration API.");
    agent.addSubcommand(
        "new-password",
        frame
            .spec(
                "Gives an agent a new password, and prints it; the old one is void at once.",
                AgentCommand::newPassword)
            .addOption(agentOption()));
    return agent;
  }

  private static void newPassword(Words words, Administration administration, PrintStream out) {
    String password =
        done(administration.credentials().newPassword(words.license(), words.agent()));
    out.println("password  " + password);
  }
}
