package io.parley.server.provisioning;

import io.parley.core.agent.Permission;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.user.AgentId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes one license of its section in a file. Refuses whatever can be seen to be wrong without
/// looking elsewhere; what names something that may stand elsewhere is kept as a
/// [LicenseSpec.Reference].
final class LicenseReader {
  private static final Set<String> REGIONS = Set.of("dal", "fra");
  private static final Set<String> PERMISSIONS = Set.of("owner", "administrator", "normal");
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");
  private static final Set<String> PRIORITIES = Set.of("first", "normal", "last", "supervisor");

  private final List<LicenseSpec.Reference> references = new ArrayList<>();
  private final Map<String, Set<Object>> seen = new HashMap<>();

  private LicenseReader() {}

  /// All licenses of a document.
  static List<LicenseSpec> licenses(Node document) {
    Section root = Section.of(document, "licenses");
    var read = new ArrayList<LicenseSpec>();
    var unique = new LicenseReader();
    for (Section section :
        root.sections(
            "licenses",
            "id",
            "organization_id",
            "name",
            "plan",
            "region",
            "settings",
            "groups",
            "agents",
            "clients",
            "allowed_origins",
            "tokens",
            "personal_access_tokens",
            "forms",
            "greetings",
            "goals")) {
      LicenseSpec license = new LicenseReader().license(section);
      unique.once("license", license.id(), section.place("id"));
      read.add(license);
    }
    return List.copyOf(read);
  }

  private LicenseSpec license(Section section) {
    var id = new LicenseId(section.number("id", 1));
    List<Group> groups = groups(section);
    List<LicenseSpec.AgentSpec> agents = agents(section);
    List<LicenseSpec.ClientSpec> clients = clients(section);
    var tokens = new ArrayList<LicenseSpec.TokenSpec>();
    for (Section token :
        section.sections("tokens", "token", "agent", "client_id", "scopes", "expires_in")) {
      tokens.add(token(token, false));
    }
    for (Section token :
        section.sections("personal_access_tokens", "token", "agent", "scopes", "expires_in")) {
      tokens.add(token(token, true));
    }
    var contents = new ContentReader(references).contents(section);
    return new LicenseSpec(
        section.place(),
        id,
        uuid(section, "organization_id").map(OrganizationId::new).orElse(null),
        section.text("name"),
        section.optionalText("plan").orElse(null),
        section.has("region") ? section.oneOf("region", REGIONS) : null,
        settings(section),
        groups,
        agents,
        clients,
        allowedOrigins(section),
        List.copyOf(tokens),
        contents,
        List.copyOf(references));
  }

  private static LicenseSpec.SettingsSpec settings(Section license) {
    Optional<Section> given =
        license.section(
            "settings",
            "thread_inactivity_timeout",
            "thread_idle_timeout",
            "agent_reply_timeout",
            "agent_disconnect_grace",
            "queue_enabled",
            "queue_limit",
            "max_customer_chats_count",
            "continuous_chats",
            "prefer_last_agent");
    if (given.isEmpty()) {
      OptionalInt none = OptionalInt.empty();
      return new LicenseSpec.SettingsSpec(
          none, none, none, none, Optional.empty(), none, none, Optional.empty(), Optional.empty());
    }
    Section settings = given.get();
    return new LicenseSpec.SettingsSpec(
        settings.optionalInteger("thread_inactivity_timeout", 1, Integer.MAX_VALUE),
        settings.optionalInteger("thread_idle_timeout", 1, Integer.MAX_VALUE),
        settings.optionalInteger("agent_reply_timeout", 0, Integer.MAX_VALUE),
        settings.optionalInteger("agent_disconnect_grace", 0, Integer.MAX_VALUE),
        optionalSwitch(settings, "queue_enabled"),
        settings.optionalInteger("queue_limit", 0, Integer.MAX_VALUE),
        settings.optionalInteger("max_customer_chats_count", 1, Integer.MAX_VALUE),
        optionalSwitch(settings, "continuous_chats"),
        optionalSwitch(settings, "prefer_last_agent"));
  }

  private List<Group> groups(Section license) {
    var groups = new ArrayList<Group>();
    for (Section section : license.sections("groups", "id", "name")) {
      var id = new GroupId(section.integer("id", 0, Integer.MAX_VALUE));
      once("group", id, section.place("id"));
      groups.add(new Group(id, section.text("name")));
    }
    return List.copyOf(groups);
  }

  private List<LicenseSpec.AgentSpec> agents(Section license) {
    var agents = new ArrayList<LicenseSpec.AgentSpec>();
    for (Section section :
        license.sections(
            "agents",
            "id",
            "name",
            "password",
            "permission",
            "account_id",
            "job_title",
            "avatar",
            "max_chats_count",
            "groups")) {
      LicenseSpec.AgentSpec agent = agent(section);
      once("agent", agent.id(), section.place("id"));
      agents.add(agent);
    }
    return List.copyOf(agents);
  }

  private LicenseSpec.AgentSpec agent(Section section) {
    OptionalInt maxChatsCount = section.optionalInteger("max_chats_count", 0, Integer.MAX_VALUE);
    Optional<String> accountId = uuid(section, "account_id");
    accountId.ifPresent(id -> once("account_id", id, section.place("account_id")));
    String permission =
        section.has("permission") ? section.oneOf("permission", PERMISSIONS) : "normal";
    return new LicenseSpec.AgentSpec(
        section.place(),
        new AgentId(section.text("id")),
        section.text("name"),
        section.optionalText("password").orElse(null),
        Permission.valueOf(permission.toUpperCase(Locale.ROOT)),
        accountId.orElse(null),
        section.optionalText("job_title").orElse(null),
        section.optionalText("avatar").orElse(null),
        maxChatsCount.isPresent() ? (Integer) maxChatsCount.getAsInt() : null,
        memberships(section));
  }

  private SortedMap<GroupId, Priority> memberships(Section agent) {
    var groups = new TreeMap<GroupId, Priority>();
    for (Section section : agent.sections("groups", "id", "priority")) {
      var id = new GroupId(section.integer("id", 0, Integer.MAX_VALUE));
      String priority = section.has("priority") ? section.oneOf("priority", PRIORITIES) : "normal";
      references.add(new LicenseSpec.Reference.ToGroup(section.place("id"), id));
      if (groups.put(id, Priority.valueOf(priority.toUpperCase(Locale.ROOT))) != null) {
        throw section.place("id").error("names group " + id + " a second time");
      }
    }
    // Everyone is in group 0: being told so again says nothing.
    groups.remove(GroupId.ALL);
    return groups;
  }

  private List<LicenseSpec.ClientSpec> clients(Section license) {
    var clients = new ArrayList<LicenseSpec.ClientSpec>();
    for (Section section :
        license.sections(
            "clients",
            "client_id",
            "client_secret",
            "name",
            "redirect_uris",
            "scopes",
            "ask_consent")) {
      String id = section.text("client_id");
      once("client", id, section.place("client_id"));
      clients.add(
          new LicenseSpec.ClientSpec(
              section.place(),
              id,
              section.optionalText("client_secret").orElse(null),
              section.optionalText("name").orElse(id),
              redirectUris(section),
              scopes(section),
              section.isSet("ask_consent", false)));
    }
    return List.copyOf(clients);
  }

  private static @Nullable Set<String> allowedOrigins(Section license) {
    for (Node item : license.items("allowed_origins")) {
      if (!(item instanceof Node.Scalar scalar) || !ORIGIN.matcher(scalar.text()).matches()) {
        throw item.place().error("must be an origin, like https://shop.example");
      }
    }
    return license.has("allowed_origins") ? new TreeSet<>(license.texts("allowed_origins")) : null;
  }

  private static List<String> redirectUris(Section client) {
    for (Node item : client.items("redirect_uris")) {
      if (!(item instanceof Node.Scalar scalar) || !isAbsolute(scalar.text())) {
        throw item.place().error("must be an absolute URI");
      }
    }
    return client.texts("redirect_uris");
  }

  private LicenseSpec.TokenSpec token(Section section, boolean personal) {
    String token = section.text("token");
    if (token.chars().anyMatch(each -> each <= ' ' || each > '~')) {
      throw section.place("token").error("must be printable ASCII without spaces");
    }
    once("token", token, section.place("token"));
    var agentId = new AgentId(section.text("agent"));
    references.add(new LicenseSpec.Reference.ToAgent(section.place("agent"), agentId));
    @Nullable String clientId = personal ? null : section.optionalText("client_id").orElse(null);
    if (clientId != null) {
      references.add(new LicenseSpec.Reference.ToClient(section.place("client_id"), clientId));
    }
    if (!section.has("scopes")) {
      throw section.place().error("lacks the key scopes");
    }
    int life = section.optionalInteger("expires_in", 0, Integer.MAX_VALUE).orElse(0);
    return new LicenseSpec.TokenSpec(
        section.place(),
        personal,
        token,
        agentId,
        clientId,
        scopes(section),
        Duration.ofSeconds(life));
  }

  private static Set<String> scopes(Section section) {
    var scopes = new TreeSet<String>();
    List<String> given = section.texts("scopes");
    for (int at = 0; at < given.size(); at++) {
      if (!DocumentedScopes.contain(given.get(at))) {
        throw section
            .items("scopes")
            .get(at)
            .place()
            .error("is not a documented scope: \"" + given.get(at) + "\"");
      }
      scopes.add(DocumentedScopes.canonical(given.get(at)));
    }
    return scopes;
  }

  private void once(String kind, Object id, Node.Place place) {
    if (!seen.computeIfAbsent(kind, _ -> new HashSet<>()).add(id)) {
      throw place.error(
          kind.equals("token") ? "is given a second time" : "is the second " + kind + " " + id);
    }
  }

  private static Optional<Boolean> optionalSwitch(Section section, String key) {
    return section.has(key) ? Optional.of(section.isSet(key, false)) : Optional.empty();
  }

  private static Optional<String> uuid(Section section, String key) {
    Optional<String> text = section.optionalText(key);
    text.ifPresent(
        uuid -> {
          try {
            if (!UUID.fromString(uuid).toString().equalsIgnoreCase(uuid)) {
              throw section.place(key).error("must be a UUID");
            }
          } catch (IllegalArgumentException e) {
            throw section.place(key).error("must be a UUID");
          }
        });
    return text.map(uuid -> uuid.toLowerCase(Locale.ROOT));
  }

  private static boolean isAbsolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
