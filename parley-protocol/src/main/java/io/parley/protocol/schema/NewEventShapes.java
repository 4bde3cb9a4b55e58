package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import io.parley.protocol.request.Text;
import java.util.ArrayList;
import java.util.List;

/// Events of all six types, as requests hold them.
final class NewEventShapes {
  private static final int MAX_FORM_FIELDS = 100;
  private static final int MAX_ELEMENTS = 10;
  private static final int MAX_BUTTONS = 11;
  private static final int MAX_ENTRIES = 100;

  private static final Shape.OfObject CHOICE =
      Shape.object(
          required("id", Shape.text(Text.NAME).like("0"), "the choice"),
          required("label", Shape.text(Text.LABEL).like("Yes"), "what it is called"));

  private NewEventShapes() {}

  /// An event.
  static Shape.OneOf event() {
    return Shape.oneOf(
        "NewEvent",
        event("NewMessage", "message", message()),
        event(
            "NewFile",
            "file",
            required(
                "url",
                Shape.text(Text.ADDRESS)
                    .of("/api/file/lc/att/.+", null, "/api/file/lc/att/100/0123abcd/a.png"),
                "what Upload File answered")),
        event("NewFilledForm", "filled_form", filledForm()),
        event("NewRichMessage", "rich_message", richMessage()),
        event(
            "NewCustom",
            "custom",
            optional(
                "content",
                new Shape.OfAnything(true, "at most 32 KB and 60 levels deep"),
                "what it carries")),
        event("NewSystemMessage", "system_message", systemMessage()));
  }

  /// For whom something is.
  static final Member RECIPIENTS =
      optional("recipients", ValueShapes.RECIPIENTS, "who may see it; everyone if left out");

  private static Member[] message() {
    Shape.OfObject postback =
        Shape.object(
                required(
                    "id", Shape.text(Text.NAME).like("action_yes"), "the button that was pressed"),
                required("thread_id", ValueShapes.THREAD_ID, "where the rich message is"),
                required(
                    "event_id", Shape.text(Text.EVENT_ID).like("K600PKZON8_1"), "the rich message"),
                optional("type", Shape.text(Text.NAME).like("message"), "the type of the button"),
                optional("value", Shape.text(Text.CONTENT).like("Yes"), "the value of the button"))
            .where(new Rule.Together("type", "value"));
    return new Member[] {
      required("text", Shape.text(Text.MESSAGE).like("Hello"), "what is said"),
      optional("postback", postback, "the button that says it")
    };
  }

  private static Member[] systemMessage() {
    return new Member[] {
      required("system_message_type", Shape.text(Text.NAME).like("custom"), "its kind"),
      optional("text", Shape.text(Text.MESSAGE_OR_EMPTY).like("Hello"), "what is told"),
      optional(
          "text_vars",
          Shape.map("name of the variable", Shape.text(Text.CONTENT).like("Anna"), MAX_ENTRIES),
          "what the text is made with")
    };
  }

  private static Member[] filledForm() {
    Shape.OneOf field =
        Shape.oneOf(
            "NewFilledFormField",
            field(
                Shape.choice("name", "email", "question", "textarea"),
                optional(
                    "answer", Shape.text(Text.MESSAGE_OR_EMPTY).like("John"), "what was written")),
            field(Shape.choice("radio", "select"), optional("answer", CHOICE, "what was chosen")),
            field(
                Shape.choice("checkbox"),
                optional("answers", Shape.list(CHOICE, MAX_FORM_FIELDS), "what was chosen")),
            field(
                Shape.choice("group_chooser"),
                optional(
                    "answer",
                    Shape.object(
                        required("group_id", ValueShapes.GROUP_NUMBER, "the group"),
                        required("label", Shape.text(Text.LABEL).like("Sales"), "its name")),
                    "the group that was chosen")));
    return new Member[] {
      required("form_id", Shape.text(Text.NAME).like("156630109416307809"), "the form"),
      required("fields", Shape.list(field, MAX_FORM_FIELDS), "what was filled in")
    };
  }

  private static Shape.OfObject field(Shape.OfText type, Member answer) {
    return Shape.object(
        required("type", type, "what is asked for"),
        required("id", Shape.text(Text.NAME).like("1"), "the field"),
        required("label", Shape.text(Text.LABEL).like("Your name:"), "what it is called"),
        answer);
  }

  private static Member[] richMessage() {
    Shape.OfObject image =
        Shape.object(
            required("url", ValueShapes.WEB_ADDRESS, "where it is"),
            optional("name", Shape.text(Text.VALUE).like("a.png"), "the file"),
            optional("content_type", Shape.text(Text.NAME).like("image/png"), "its type"),
            optional("size", number(), "its size in bytes"),
            optional("width", number(), "its width in pixels"),
            optional("height", number(), "its height in pixels"));
    Shape.OfObject element =
        Shape.object(
            optional("title", Shape.text(Text.CONTENT).like("Lamps"), "the headline"),
            optional("subtitle", Shape.text(Text.CONTENT).like("for every room"), "the text"),
            optional("image", image, "a picture"),
            optional("buttons", Shape.list(button(), MAX_BUTTONS), "what can be pressed"));
    return new Member[] {
      required("template_id", Shape.choice("cards", "sticker", "quick_replies"), "how it is shown"),
      optional("elements", Shape.list(element, MAX_ELEMENTS), "what it shows")
    };
  }

  private static Shape.OneOf button() {
    Shape.OfText height = Shape.choice("compact", "full", "tall");
    Member text = required("text", Shape.text(Text.VALUE).like("Yes"), "what it says");
    Member value = optional("value", Shape.text(Text.CONTENT).like("Yes"), "what it does it with");
    Member id = required("postback_id", Shape.text(Text.NAME).like("action_yes"), "the button");
    return Shape.oneOf(
        "NewButton",
        Shape.object(
                text,
                id,
                optional("type", Shape.choice("message", "url", "phone", "cancel"), "what it does"),
                value,
                optional("webview_height", height, "ignored unless the type is `webview`"))
            .where(new Rule.Together("type", "value")),
        Shape.object(
            text,
            id,
            required("type", constant("webview"), "what it does"),
            required("value", value.shape(), value.meaning()),
            required("webview_height", height, "how much of the window the view takes")));
  }

  private static Shape.OfInteger number() {
    return Shape.integer(0, Integer.MAX_VALUE).like(480);
  }

  private static Shape.OfObject event(String name, String type, Member... own) {
    var members = new ArrayList<Member>();
    members.add(required("type", constant(type), "what kind of event it is"));
    members.addAll(List.of(own));
    members.add(
        optional("custom_id", Shape.text(Text.NAME).like("31-0C-1C-07-DB-16"), "the sender's id"));
    members.add(RECIPIENTS);
    members.add(optional("properties", PropertyShapes.GIVEN, "its properties"));
    return new Shape.OfObject(name, members, List.of());
  }
}
