package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without JavaScript: it keeps cookies and fills in forms, and follows redirects when it
/// is told to.
final class AgentBrowser {
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final AccountsServer server;
  private final String[] headers;

  /// What the browser got.
  record Seen(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String html() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String location() {
      return header("Location");
    }

    /// A parameter of the address that the browser is sent to, in its query or fragment.
    String parameter(String name) {
      return parameters().getOrDefault(name, "");
    }

    Map<String, String> parameters() {
      var uri = URI.create(location());
      String text = uri.getRawFragment() != null ? uri.getRawFragment() : uri.getRawQuery();
      return text == null ? Map.of() : decoded(text);
    }
  }

  /// @param headers sent with every request
  AgentBrowser(AccountsServer server, String... headers) {
    this.server = server;
    this.headers = headers;
  }

  static Map<String, String> decoded(String form) {
    var values = new LinkedHashMap<String, String>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(decode(parts[0]), decode(parts[1]));
    }
    return values;
  }

  static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  Seen get(String path) {
    return keep(server.send(path, request -> with(request).GET()));
  }

  Seen open(String path, Map<String, String> query) {
    return get(path + "?" + encoded(query));
  }

  /// Goes where the last answer says, on this server.
  Seen follow(Seen seen) {
    assertThat(seen.location()).startsWith("/");
    return get(seen.location());
  }

  /// Submits a form of a page, with more values.
  ///
  /// @param number of the form on the page, from 0
  Seen submit(Seen page, int number, Map<String, String> typed) {
    Matcher form = FORM.matcher(page.html());
    for (int at = 0; at <= number; at++) {
      assertThat(form.find()).as("the page has a form: " + page.html()).isTrue();
    }
    var values = new LinkedHashMap<String, String>();
    Matcher hidden = HIDDEN.matcher(form.group(2));
    while (hidden.find()) {
      values.put(hidden.group(1), unescaped(hidden.group(2)));
    }
    values.putAll(typed);
    return post(form.group(1), values);
  }

  Seen post(String path, Map<String, String> values) {
    return keep(
        server.send(
            path,
            request ->
                with(request)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(values)))));
  }

  /// Signs in on the page.
  Seen signIn(Seen page, String email, String password) {
    return submit(page, 0, Map.of("email", email, "password", password));
  }

  private HttpRequest.Builder with(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Seen keep(Answer answer) {
    for (String line : answer.cookieLines()) {
      String pair = line.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      if (line.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(pair.indexOf('=') + 1));
      }
    }
    return new Seen(answer.response());
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
