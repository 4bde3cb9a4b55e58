package io.parley.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "postgres://u:p@db.example:5433/chats -> jdbc:postgresql://db.example:5433/chats -> password=p user=u",
        "postgresql://u:p@db.example/chats -> jdbc:postgresql://db.example:5432/chats -> password=p user=u",
        "postgres://u:p@h -> jdbc:postgresql://h:5432/u -> password=p user=u",
        "postgres://u@/chats -> jdbc:postgresql://localhost:5432/chats -> user=u",
        "postgres://u:p%40%2F+%3A@h/a%20b -> jdbc:postgresql://h:5432/a%20b -> password=p@/+: user=u",
        "postgres://u:p@[::1]:6000/chats -> jdbc:postgresql://[::1]:6000/chats -> password=p user=u",
        "postgres://u:p@a,b:6000/c -> jdbc:postgresql://a:5432,b:6000/c -> password=p user=u",
        "postgres://u@h/c?sslmode=require -> jdbc:postgresql://h:5432/c -> sslmode=require user=u",
        "postgres://u@h/c?sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pk8 -> jdbc:postgresql://h:5432/c -> sslcert=/c.pem sslkey=/k.pk8 sslrootcert=/ca.pem user=u",
        "postgres://h/c?user=u&password=p -> jdbc:postgresql://h:5432/c -> password=p user=u",
        "postgres://u@h/c?connect_timeout=3&application_name=x -> jdbc:postgresql://h:5432/c -> ApplicationName=x connectTimeout=3 user=u",
        "postgres://u@h/c?target_session_attrs=read-write -> jdbc:postgresql://h:5432/c -> targetServerType=primary user=u",
        "jdbc:postgresql://h:5433/c?user=u&password=a+b&ssl=true -> jdbc:postgresql://h:5433/c -> password=a b ssl=true user=u",
        "jdbc:postgresql://h/c?user=u&sslmode=verify-full -> jdbc:postgresql://h:5432/c -> sslmode=verify-full user=u",
        "jdbc:postgresql:///c?user=u -> jdbc:postgresql://localhost:5432/c -> user=u",
      })
  void shouldTakeAddressAndParametersApart(String text, String jdbcUrl, String properties) {
    var url = DatabaseUrl.parse(text);

    assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(shown(url)).isEqualTo(properties);
  }

  @Test
  void shouldTrustTheSystemsAuthoritiesWhenAsked() {
    var url = DatabaseUrl.parse("postgres://u@h/c?sslrootcert=system");

    assertThat(url.properties())
        .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
        .containsEntry("sslmode", "verify-full")
        .doesNotContainKey("sslrootcert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "mysql://u:secret@h/c -> must begin with",
        "secret -> must begin with",
        "postgres://u:secret@h:port/c -> has a port",
        "postgres://u:secret@h:70000/c -> has a port",
        "postgres://u:secret@h:0/c -> has a port",
        "postgres://u:secret@h h/c -> has a wrong host",
        "postgres://u:sec/secret@h/c -> are not percent-encoded",
        "postgres://u:sec?secret@h/c -> are not percent-encoded",
        "postgres://u:sec#secret@h/c -> '#'",
        "postgres://u:secret%zz@h/c -> percent-encoded in its password",
        "postgres://:secret@h/c -> has an empty user",
        "postgres://h -> names no database",
        "postgres://u:secret@%2Fvar%2Frun/c -> names a Unix socket",
        "postgres://u:secret@h/c?sslmod=require -> a parameter after the password",
        "postgres://u@h/c?sslmod=require -> the parameter sslmod that PostgreSQL does not know",
        "postgres://u@h/c?sslmode -> gives the parameter sslmode no value",
        "postgres://u@h/c?sslmode=yes -> has a wrong sslmode",
        "postgres://h/c?user=u&password=a&secret=b -> a parameter after the password",
        "jdbc:postgresql://u:secret@h/c -> must give user and password as",
        "jdbc:mysql://h/c?password=secret -> must begin with",
      })
  void shouldNameTheWrongPartAndNoSecret(String text, String complaint) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("the database URL ")
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:s3cret@h/c",
        "jdbc:postgresql://h/c?user=u&password=s3cret",
        "postgres://u@h/c?sslpassword=s3cret",
      })
  void shouldShowNoSecret(String text) {
    var url = DatabaseUrl.parse(text);

    assertThat(url).hasToString("u@h:5432/c");
    assertThat(url.jdbcUrl()).doesNotContain("s3cret");
  }

  private static String shown(DatabaseUrl url) {
    Map<String, String> sorted = new TreeMap<>(String::compareTo);
    url.properties().forEach((name, value) -> sorted.put((String) name, (String) value));
    return sorted.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
