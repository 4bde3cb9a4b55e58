package io.parley.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is no proper request at all.
final class Noise {
  private static final String AGENT = "/v3.1/agent/action/";
  private static final String CUSTOMER = "/v3.1/customer/action/";
  private static final String DEEP = "[".repeat(20_000);

  private Noise() {}

  /// A request of the Web API.
  ///
  /// @param status what it is answered with
  record WebRequest(int status, String method, String path, String body, List<String> headers) {
    @Override
    public String toString() {
      String start = body.length() > 200 ? body.substring(0, 200) : body;
      return method + " " + path + " " + headers + " " + start;
    }
  }

  /// Texts for connections on which nobody has logged in.
  static List<String> frames(RandomGenerator chance) {
    var frames =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "{",
                "}",
                "null",
                "[]",
                "1e999999999",
                "\"login\"",
                "{}",
                "{\"action\": null}",
                "{\"action\": 7}",
                "{\"action\": \"\"}",
                "{\"action\": \"no_such_action\"}",
                "{\"action\": \"login\"}",
                "{\"action\": \"login\", \"payload\": []}",
                "{\"action\": \"login\", \"payload\": null}",
                "{\"action\": \"login\", \"payload\": {\"token\": 5}}",
                "{\"action\": \"login\", \"payload\": {\"token\": \"\"}}",
                "{\"action\": \"login\", \"payload\": {\"token\": \"Bearer \\u0000\"}}",
                "{\"action\": \"login\", \"payload\": {\"token\": \"Basic ====\"}}",
                "{\"action\": \"login\", \"action\": \"ping\"}",
                "{\"action\": \"send_event\", \"payload\": {}}",
                "{\"action\": \"send_event\", \"payload\": {}, \"author_id\": {}}",
                "{\"request_id\": {\"a\": 1}, \"action\": \"logout\"}",
                "{\"request_id\": 5, \"action\": \"logout\"}",
                "{\"request_id\": \"" + "x".repeat(3_000) + "\", \"action\": \"logout\"}",
                "{\"version\": \"3.9\", \"action\": \"login\", \"payload\": {}}",
                "{\"action\": \"login\", \"payload\": " + DEEP,
                "{\"action\": \"login\", \"payload\": " + "{\"a\":".repeat(5_000),
                "{\"action\": \"" + "x".repeat(70_000) + "\"}",
                "{\"action\": \"" + "x".repeat(300_000) + "\"}"));
    String proper =
        "{\"request_id\": \"1\", \"action\": \"login\", \"payload\": {\"token\": \"Bearer x\"}}";
    for (int i = 0; i < 20; i++) {
      var text = new StringBuilder(proper);
      text.setCharAt(chance.nextInt(text.length()), (char) (32 + chance.nextInt(95)));
      text.setLength(1 + chance.nextInt(text.length()));
      frames.add(text.toString());
    }
    return frames;
  }

  /// Requests for the Web API, with what they are answered with.
  static List<WebRequest> webRequests(Crowd crowd) {
    String agent = "Bearer " + crowd.agentToken();
    String customer = "Bearer " + crowd.customerToken();
    var requests = new ArrayList<WebRequest>();
    for (String body : List.of("", " ", "null")) {
      requests.add(post(200, AGENT + "get_chats_summary", body, agent));
    }
    for (String body :
        List.of("{", "[]", "1", "\"a\"", "{\"a\": }", DEEP, "{\"a\":" + DEEP, "{} {}", "nul")) {
      requests.add(post(400, AGENT + "get_chats_summary", body, agent));
      requests.add(post(400, CUSTOMER + "get_chats_summary?license_id=100", body, customer));
    }
    requests.add(
        post(413, AGENT + "send_event", "{\"a\": \"" + "x".repeat(400_000) + "\"}", agent));
    requests.add(post(401, AGENT + "send_event", "{}", "Bearer nobody"));
    requests.add(post(401, AGENT + "send_event", "{}", "Basic " + crowd.agentToken()));
    requests.add(post(401, AGENT + "send_event", "{}", customer));
    requests.add(post(401, AGENT + "send_event", "{}", "\u00ff"));
    requests.add(post(401, CUSTOMER + "send_event?license_id=100", "{}", agent));
    requests.add(new WebRequest(401, "POST", AGENT + "send_event", "{}", List.of()));
    requests.add(post(400, CUSTOMER + "send_event", "{}", customer));
    requests.add(post(400, CUSTOMER + "send_event?license_id=x", "{}", customer));
    requests.add(post(403, CUSTOMER + "send_event?license_id=200", "{}", customer));
    requests.add(post(404, CUSTOMER + "send_event?license_id=999999", "{}", customer));
    requests.add(post(404, AGENT + "no_such_action", "{}", agent));
    requests.add(post(404, AGENT + "login", "{}", agent));
    requests.add(post(404, AGENT, "{}", agent));
    requests.add(post(404, "/v3.1/nobody/action/send_event", "{}", agent));
    requests.add(post(404, AGENT + "send_event/more", "{}", agent));
    requests.add(post(400, "/v3.9/agent/action/send_event", "{}", agent));
    requests.add(post(400, "/v3.2/agent/action/send_event", "{}", agent));
    requests.add(post(400, "/agent/action/send_event", "{}", agent));
    requests.add(post(400, "/agent/action/send_event", "{}", agent, "X-API-Version", "9"));
    requests.add(post(200, "/agent/action/get_chats_summary", "{}", agent, "X-API-Version", "3.1"));
    requests.add(post(421, AGENT + "get_chats_summary", "{}", agent, "X-Region", "fra"));
    requests.add(post(200, AGENT + "get_chats_summary", "{}", agent, "X-Region", "dal"));
    requests.add(post(403, AGENT + "get_chats_summary", "{}", agent, "X-Author-Id", "nobody"));
    requests.add(
        post(403, AGENT + "get_chats_summary", "{}", agent, "X-Author-Id", "ben@example.com"));
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      requests.add(
          new WebRequest(405, method, AGENT + "send_event", "{}", List.of("Authorization", agent)));
    }
    return requests;
  }

  private static WebRequest post(
      int status, String path, String body, String authorization, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", authorization));
    all.addAll(List.of(headers));
    return new WebRequest(status, "POST", path, body, all);
  }
}
