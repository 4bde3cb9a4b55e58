package io.parley.server.config;

import java.util.List;

/// Writes `docs/configuration.md` from the settings.
public final class ReferencePage {
  private static final String HEAD =
      """
      # Configuration

      This page is generated from the settings; `ReferencePageTest` compares the two, and says how to write it anew.

      Each setting can be given in three ways. The command line comes before the environment, the environment before the
      file, the file before the default.

      - **Option**: `bin/parley start --port 9000`. Settings with a dot in their key have no option.
      - **Environment variable**: `PARLEY_PORT=9000`. An empty one counts as not given. Kubernetes sets `PARLEY_PORT` by
        itself for a service that is called `parley`: switch that off (`enableServiceLinks: false`).
      - **Configuration file**, named by `--config FILE` or `PARLEY_CONFIG`, in
        [HOCON](https://github.com/lightbend/config/blob/main/HOCON.md), of which JSON is a part. An unknown key is an
        error that names its line.

      ```hocon
      port = 9000
      provision = [ "acme.yaml" ]
      database {
        connections = 40
      }
      ```

      Relative paths are relative to the directory in which the server was started.

      """;

  private ReferencePage() {}

  /// The page.
  public static String text() {
    var page = new StringBuilder(HEAD);
    List<SettingEntry> settings = ConfigReader.settings(ServerConfig.DEFAULTS);
    page.append("## Settings that are also options\n\n");
    table(page, settings.stream().filter(SettingEntry::isOption).toList());
    page.append("\n## All others\n\n");
    table(page, settings.stream().filter(entry -> !entry.isOption()).toList());
    return page.toString();
  }

  private static void table(StringBuilder page, List<SettingEntry> entries) {
    page.append("| key | environment variable | default | meaning |\n| --- | --- | --- | --- |\n");
    for (SettingEntry entry : entries) {
      page.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(
                  entry.path(),
                  entry.environmentVariable(),
                  entry.defaultValue().map(value -> "`" + value + "`").orElse("none"),
                  entry.setting().value()));
    }
  }
}
