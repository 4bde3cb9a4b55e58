package io.parley.gateway.account;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/// An answer of the accounts host.
record Answer(HttpResponse<String> response) {
  int status() {
    return response.statusCode();
  }

  JsonObject json() {
    return new JsonObject(response.body());
  }

  String text(String field) {
    return json().getString(field);
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// The lines that set cookies.
  List<String> cookieLines() {
    return response.headers().allValues("Set-Cookie");
  }

  /// What a browser sends back of them.
  String cookies() {
    return String.join(
        "; ", cookieLines().stream().map(line -> line.substring(0, line.indexOf(';'))).toList());
  }

  /// The value of one of them.
  String cookie(String name) {
    return cookieLines().stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
        .findFirst()
        .orElse("");
  }
}
