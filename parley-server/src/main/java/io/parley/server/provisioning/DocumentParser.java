package io.parley.server.provisioning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads YAML or JSON into a tree that knows its lines. A file whose text begins with a brace is
/// JSON.
final class DocumentParser {
  private static final Pattern LINE = Pattern.compile("line (\\d{1,9}), column");

  private final String file;
  private final JsonParser parser;

  private DocumentParser(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static Node read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ProvisioningInvalid("the provisioning file " + file + " does not exist");
    } catch (MalformedInputException e) {
      throw new ProvisioningInvalid("the provisioning file " + file + " is not UTF-8");
    } catch (IOException e) {
      throw new ProvisioningInvalid(
          "the provisioning file " + file + " can't be read: " + e.getMessage());
    }
  }

  static Node parse(String file, String text) {
    JsonFactory format =
        text.stripLeading().startsWith("{") ? new JsonFactory() : new YAMLFactory();
    try (JsonParser parser = format.createParser(text)) {
      return new DocumentParser(file, parser).document();
    } catch (JsonProcessingException e) {
      throw new ProvisioningInvalid(syntaxError(file, e));
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can't be read", e);
    }
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      return new Node.Mapping(new Node.Place(file, 1, ""), new LinkedHashMap<>());
    }
    Node root = node("");
    if (parser.nextToken() != null) {
      throw here("").error("begins a second document; a file holds one");
    }
    return root;
  }

  private Node node(String path) throws IOException {
    Node.Place place = here(path);
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw place.error("is an alias, which provisioning files can't have");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place, path);
      case START_ARRAY -> sequence(place, path);
      case VALUE_STRING -> new Node.Scalar(place, Node.Scalar.Kind.TEXT, parser.getText());
      case VALUE_NUMBER_INT -> new Node.Scalar(place, Node.Scalar.Kind.INTEGER, parser.getText());
      case VALUE_NUMBER_FLOAT -> new Node.Scalar(place, Node.Scalar.Kind.DECIMAL, parser.getText());
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(place, Node.Scalar.Kind.SWITCH, parser.getText());
      case VALUE_NULL -> new Node.Scalar(place, Node.Scalar.Kind.NOTHING, "");
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw place.error("can't be read");
    };
  }

  private Node mapping(Node.Place place, String path) throws IOException {
    var values = new LinkedHashMap<String, Node>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String inner = path.isEmpty() ? key : path + "." + key;
      Node.Place keyPlace = here(inner);
      parser.nextToken();
      if (values.put(key, node(inner)) != null) {
        throw keyPlace.error("is given twice");
      }
    }
    return new Node.Mapping(place, values);
  }

  private Node sequence(Node.Place place, String path) throws IOException {
    var items = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + items.size() + "]"));
    }
    return new Node.Sequence(place, items);
  }

  private Node.Place here(String path) {
    return new Node.Place(file, parser.currentTokenLocation().getLineNr(), path);
  }

  private static String syntaxError(String file, JsonProcessingException e) {
    String problem = e.getOriginalMessage();
    JsonLocation location = e.getLocation();
    int line = location == null ? 1 : location.getLineNr();
    // The YAML reader tells first where what it was reading began, and last where it stumbled.
    Matcher lines = LINE.matcher(problem);
    while (lines.find()) {
      line = Integer.parseInt(lines.group(1));
    }
    String oneLine =
        problem
            .lines()
            .map(String::strip)
            .filter(part -> !part.startsWith("in ") && !part.startsWith("^"))
            .limit(2)
            .reduce((first, second) -> first.startsWith("while") ? second + " " + first : first)
            .orElse("can't be read");
    return file + ":" + line + ": " + oneLine;
  }
}
