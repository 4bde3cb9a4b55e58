package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import java.util.ArrayList;
import java.util.List;

/// Events of all six types, as answers and pushes hold them.
final class EventShapes {
  private static final Shape.OfText FORM_TEXT = Shape.text().like("John");

  private static final Shape.OfObject CHOICE =
      Shape.object(
          "FormChoice",
          required("id", Shape.text().like("0"), "the choice"),
          required("label", Shape.text().like("Yes"), "what it is called"));

  private static final Shape.OfObject POSTBACK =
      Shape.object(
          "Postback",
          required("id", Shape.text().like("action_yes"), "the button that was pressed"),
          required("thread_id", ValueShapes.THREAD_ID, "where the rich message is"),
          required("event_id", Shape.text().like("K600PKZON8_1"), "the rich message"),
          optional("type", Shape.text().like("message"), "the type of the button"),
          optional("value", Shape.text().like("Yes"), "the value of the button"));

  private static final Shape.OfObject BUTTON =
      Shape.object(
          "Button",
          optional(
              "type", Shape.choice("webview", "message", "url", "phone", "cancel"), "what it does"),
          required("text", Shape.text().like("Yes"), "what it says"),
          optional("value", Shape.text().like("Yes"), "what it does it with"),
          optional(
              "webview_height",
              Shape.choice("compact", "full", "tall"),
              "how much of the window a web view takes"),
          required("postback_id", Shape.text().like("action_yes"), "the button"),
          required("user_ids", Shape.list(ValueShapes.USER_ID), "who has pressed it"));

  private static final Shape.OfObject ELEMENT =
      Shape.object(
          "Element",
          optional("title", Shape.text().like("Lamps"), "the headline"),
          optional("subtitle", Shape.text().like("for every room"), "the text"),
          optional(
              "image",
              Shape.object(
                  optional("name", Shape.text().like("a.png"), "the file"),
                  required("url", Shape.text().like("https://example.com/a.png"), "where it is"),
                  optional("content_type", Shape.text().like("image/png"), "its type"),
                  optional("size", Shape.count().like(123456), "its size in bytes"),
                  optional("width", Shape.count().like(640), "its width in pixels"),
                  optional("height", Shape.count().like(480), "its height in pixels")),
              "a picture"),
          optional("buttons", Shape.list(BUTTON), "what can be pressed"));

  /// An event.
  static final Shape.OneOf EVENT =
      Shape.oneOf(
          "Event", message(), file(), filledForm(), richMessage(), custom(), systemMessage());

  private EventShapes() {}

  private static Shape.OfObject message() {
    return event(
        "Message",
        "message",
        true,
        required("text", Shape.text().like("Hello"), "what is said"),
        optional("postback", POSTBACK, "the button that said it"));
  }

  private static Shape.OfObject file() {
    return event(
        "File",
        "file",
        true,
        required("name", Shape.text().like("a.png"), "what the file is called"),
        required("url", Shape.text().like("https://example.com/a.png"), "where it is"),
        required("content_type", Shape.text().like("image/png"), "its type"),
        required("size", Shape.count().like(123456), "its size in bytes"),
        optional(
            "thumbnail_url", Shape.text().like("https://example.com/t.png"), "a small picture"),
        optional(
            "thumbnail2x_url",
            Shape.text().like("https://example.com/t2.png"),
            "one of twice the size"),
        optional("width", Shape.count().like(640), "the picture's width in pixels"),
        optional("height", Shape.count().like(480), "the picture's height in pixels"));
  }

  private static Shape.OfObject filledForm() {
    return event(
        "FilledForm",
        "filled_form",
        true,
        required("form_id", Shape.text().like("156630109416307809"), "the form"),
        required("fields", Shape.list(formField()), "what was filled in"));
  }

  private static Shape.OneOf formField() {
    return Shape.oneOf(
        "FilledFormField",
        field(
            Shape.choice("name", "email", "question", "textarea"),
            optional("answer", FORM_TEXT, "what was written")),
        field(Shape.choice("radio", "select"), optional("answer", CHOICE, "what was chosen")),
        field(Shape.choice("checkbox"), optional("answers", Shape.list(CHOICE), "what was chosen")),
        field(
            Shape.choice("group_chooser"),
            optional(
                "answer",
                Shape.object(
                    required("group_id", ValueShapes.GROUP_NUMBER, "the group"),
                    required("label", Shape.text().like("Sales"), "what it is called")),
                "the group that was chosen")));
  }

  private static Shape.OfObject field(Shape.OfText type, Member answer) {
    return Shape.object(
        required("type", type, "what is asked for"),
        required("id", Shape.text().like("1"), "the field"),
        required("label", Shape.text().like("Your name:"), "what it is called"),
        answer);
  }

  private static Shape.OfObject richMessage() {
    return event(
        "RichMessage",
        "rich_message",
        true,
        required(
            "template_id", Shape.choice("cards", "sticker", "quick_replies"), "how it is shown"),
        required("elements", Shape.list(ELEMENT), "what it shows"));
  }

  private static Shape.OfObject custom() {
    return event(
        "Custom",
        "custom",
        true,
        optional("content", new Shape.OfAnything(true, "as it was sent"), "what it carries"));
  }

  private static Shape.OfObject systemMessage() {
    return event(
        "SystemMessage",
        "system_message",
        false,
        optional("text", Shape.text().like("Anna joined the chat"), "what is told"),
        required("system_message_type", Shape.text().like("routing.assigned_joined"), "its kind"),
        optional(
            "text_vars",
            Shape.map("name of the variable", Shape.text().like("Anna")),
            "what the text is made with"));
  }

  private static Shape.OfObject event(String name, String type, boolean authored, Member... own) {
    var members = new ArrayList<Member>();
    members.add(required("id", Shape.text().like("K600PKZON8_1"), "the event"));
    members.add(optional("custom_id", Shape.text().like("31-0C-1C-07-DB-16"), "the sender's id"));
    members.add(required("created_at", ValueShapes.TIME, "when it came about"));
    members.add(required("type", constant(type), "what kind of event it is"));
    if (authored) {
      members.add(required("author_id", ValueShapes.USER_ID, "who sent it"));
    }
    members.add(required("recipients", ValueShapes.RECIPIENTS, "who may see it"));
    members.add(optional("properties", PropertyShapes.TOLD, "its properties"));
    members.addAll(List.of(own));
    return new Shape.OfObject(name, members, List.of());
  }
}
