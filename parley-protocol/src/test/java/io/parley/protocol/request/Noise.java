package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes JSON that no client should send, out of a seeded source of chance.
final class Noise {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEP = 20_000;

  /// Names and values that mean something somewhere.
  private static final List<String> WORDS =
      List.of(
          ("chat chat_id id event events type text custom_id recipients properties postback"
                  + " thread_id event_id value form_id fields label answer answers group_id"
                  + " template_id elements title subtitle image url buttons postback_id"
                  + " webview_height content system_message_type text_vars users access group_ids"
                  + " thread thread_ids continuous filters include_active exists values"
                  + " exclude_values order sort_order limit page_id pagination page total offset"
                  + " seen_up_to is_typing sneak_peek_text agent_id routing_status away token"
                  + " customer name email avatar customer_page customer_side_storage is_mobile"
                  + " referrer push_notifications platform application message system_message file"
                  + " filled_form rich_message custom cards webview full checkbox radio name"
                  + " resource access force target ids user_id user_type toggled tag tags sales"
                  + " goals surveys answer_id query date_from date_to agent_ids country chats_count"
                  + " created_at lte lt gte gt eq customer_id ban days scopes groups customers"
                  + " fields enabled firebase_token page_url customer_fields group pre_chat"
                  + " prechat K600PKZON8_1 2016-09-01 https://example.com/"
                  + " group_chooser all agents asc accepting_chats ios /api/file/lc/att/1/2/a.png"
                  + " 2017-10-12T15:19:21.010200Z b7eff798-f8df-4364-8059-649c35c9ed0c")
              .split(" "));

  private final Random chance;

  Noise(long seed) {
    this.chance = new Random(seed);
  }

  /// An object with anything in it.
  ObjectNode object() {
    return object(4);
  }

  /// Changes an object in a few places, at any depth.
  void disturb(ObjectNode payload) {
    int changes = 1 + chance.nextInt(4);
    for (int i = 0; i < changes; i++) {
      JsonNode place = pick(containers(payload));
      if (place instanceof ObjectNode object) {
        disturbMember(object);
      } else {
        disturbElement((ArrayNode) place);
      }
    }
  }

  private void disturbMember(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() || chance.nextInt(8) == 0 ? name() : pick(names);
    if (chance.nextInt(5) == 0) {
      object.remove(name);
    } else {
      object.set(name, value(3));
    }
  }

  private void disturbElement(ArrayNode array) {
    if (array.isEmpty() || chance.nextInt(4) == 0) {
      array.add(value(3));
    } else {
      array.set(chance.nextInt(array.size()), value(3));
    }
  }

  /// The objects and arrays in a payload, itself first.
  static List<JsonNode> containers(JsonNode root) {
    List<JsonNode> found = new ArrayList<>(List.of(root));
    for (int i = 0; i < found.size() && i < 1000; i++) {
      for (JsonNode child : found.get(i)) {
        if (child.isContainerNode()) {
          found.add(child);
        }
      }
    }
    return found;
  }

  private JsonNode value(int depth) {
    return switch (chance.nextInt(depth > 0 ? 14 : 10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(chance.nextBoolean());
      case 2 -> JSON.numberNode(chance.nextInt(-2, 120));
      case 3 -> JSON.numberNode(chance.nextLong());
      case 4 -> JSON.numberNode(new BigInteger(2000, chance));
      case 5 ->
          JSON.numberNode(
              pick(List.of(0.5, 1e300, Double.POSITIVE_INFINITY, Double.NaN, -0.0, 1.0)));
      case 6, 7, 8 -> JSON.textNode(text());
      case 9 -> chance.nextInt(50) == 0 ? deep() : JSON.textNode(pick(WORDS));
      case 10, 11 -> object(depth - 1);
      default -> array(depth - 1);
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = JSON.objectNode();
    int size = chance.nextInt(7);
    for (int i = 0; i < size; i++) {
      object.set(name(), value(depth));
    }
    return object;
  }

  private ArrayNode array(int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = chance.nextInt(50) == 0 ? 2000 : chance.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(value(Math.min(depth, size > 10 ? 0 : depth)));
    }
    return array;
  }

  /// Objects and arrays within each other, deeper than a stack.
  JsonNode deep() {
    JsonNode inner = JSON.objectNode();
    for (int i = 0; i < DEEP; i++) {
      inner =
          chance.nextBoolean() ? JSON.arrayNode().add(inner) : JSON.objectNode().set("a", inner);
    }
    return JSON.objectNode().set("a", inner);
  }

  private String name() {
    return chance.nextInt(6) == 0 ? text() : pick(WORDS);
  }

  private String text() {
    return switch (chance.nextInt(8)) {
      case 0 -> "";
      case 1 -> "\0";
      case 2 -> "a\ud83d";
      case 3 -> "\ude00b";
      case 4 -> "😁".repeat(chance.nextInt(10_000));
      case 5 -> "http://" + "x".repeat(chance.nextInt(20_000));
      case 6 -> "\u202e\u0001\n <script>' \"; -- \uffff";
      default -> pick(WORDS) + chance.nextInt();
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(chance.nextInt(from.size()));
  }
}
