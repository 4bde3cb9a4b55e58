package io.parley.store.codec;

import io.parley.core.Json;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventBody;
import io.parley.core.event.FormField;
import io.parley.core.event.FormField.Answer;
import io.parley.core.event.Postback;
import io.parley.core.event.RichElement;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Generators of what events and properties can be.
public final class Arbitraries {

  private Arbitraries() {}

  /// Texts that PostgreSQL can keep, with quotes, backslashes and characters beyond the BMP.
  public static Arbitrary<String> texts() {
    return net.jqwik.api.Arbitraries.strings()
        .withChars("ab \"\\/{}[]:,\n\t\r\b\f\u0001\u007f\u00e9\u2028\ufffd'%?$")
        .ofMaxLength(12)
        .flatMap(
            text -> net.jqwik.api.Arbitraries.of(text, text + "\uD83D\uDE00", "\u0416" + text));
  }

  private static Arbitrary<String> names() {
    return texts().map(text -> "n" + text);
  }

  private static Arbitrary<Integer> sizes() {
    return net.jqwik.api.Arbitraries.integers();
  }

  /// Bodies of all six types.
  public static Arbitrary<EventBody> bodies() {
    return net.jqwik.api.Arbitraries.oneOf(
        messages(), files(), forms(), richMessages(), customs(), systemMessages());
  }

  private static Arbitrary<EventBody> messages() {
    var postbacks =
        Combinators.combine(
                texts(), texts(), texts(), texts().injectNull(0.5), texts().injectNull(0.5))
            .as(
                (id, thread, event, type, value) ->
                    new Postback(id, new ThreadId(thread), event, type, value));
    return Combinators.combine(texts(), postbacks.injectNull(0.7)).as(EventBody.Message::new);
  }

  private static Arbitrary<EventBody> files() {
    var images = Combinators.combine(sizes(), sizes(), texts(), texts()).as(EventBody.Image::new);
    return Combinators.combine(
            texts(), texts(), texts(), net.jqwik.api.Arbitraries.longs(), images.injectNull(0.5))
        .as(EventBody.File::new);
  }

  private static Arbitrary<EventBody> forms() {
    var choices = Combinators.combine(texts(), texts()).as(Answer.Choice::new);
    Arbitrary<Answer> answers =
        net.jqwik.api.Arbitraries.oneOf(
            texts().map(Answer.Open::new),
            choices,
            choices.list().ofMaxSize(3).map(Answer.Choices::new),
            Combinators.combine(sizes(), texts()).as(Answer.Group::new));
    var fields =
        Combinators.combine(texts(), texts(), texts(), answers.injectNull(0.3)).as(FormField::new);
    return Combinators.combine(texts(), fields.list().ofMaxSize(4)).as(EventBody.FilledForm::new);
  }

  private static Arbitrary<EventBody> richMessages() {
    var pictures =
        Combinators.combine(
                texts(),
                texts().injectNull(0.5),
                texts().injectNull(0.5),
                net.jqwik.api.Arbitraries.longs().injectNull(0.5),
                sizes().injectNull(0.5),
                sizes().injectNull(0.5))
            .as(RichElement.Picture::new);
    Arbitrary<UserId> users =
        net.jqwik.api.Arbitraries.oneOf(texts().map(AgentId::new), texts().map(CustomerId::new));
    var buttons =
        Combinators.combine(
                texts(),
                texts().injectNull(0.5),
                texts().injectNull(0.5),
                texts().injectNull(0.5),
                texts(),
                users.list().ofMaxSize(3))
            .as(RichElement.Button::new);
    var elements =
        Combinators.combine(
                texts().injectNull(0.5),
                texts().injectNull(0.5),
                pictures.injectNull(0.5),
                buttons.list().ofMaxSize(3))
            .as(RichElement::new);
    return Combinators.combine(texts(), elements.list().ofMaxSize(3))
        .as(EventBody.RichMessage::new);
  }

  private static Arbitrary<EventBody> customs() {
    return net.jqwik.api.Arbitraries.of(
            "{}",
            "{\"b\": 1,  \"a\" : [1.50, 1e400]}",
            "\"\\u0000\\ud800\"",
            "{\"a\":1,\"a\":2}",
            "null",
            "[]")
        .map(Json::new)
        .injectNull(0.2)
        .map(EventBody.Custom::new);
  }

  private static Arbitrary<EventBody> systemMessages() {
    return Combinators.combine(
            texts(),
            texts().injectNull(0.3),
            net.jqwik.api.Arbitraries.maps(names(), texts()).ofMaxSize(3))
        .as(EventBody.SystemMessage::new);
  }

  /// Properties that everybody may set anywhere, with values of all kinds.
  public static Arbitrary<Properties> testProperties() {
    var text = texts().<PropertyValue>map(PropertyValue.Text::new);
    var whole =
        net.jqwik.api.Arbitraries.integers()
            .between(-9, 9)
            .<PropertyValue>map(PropertyValue.Whole::new);
    var flag =
        net.jqwik.api.Arbitraries.of(true, false).<PropertyValue>map(PropertyValue.Flag::new);
    return net.jqwik.api.Arbitraries.oneOf(
        flag.map(value -> Properties.of("test", "bool_property", value)),
        whole.map(value -> Properties.of("test", "int_property", value)),
        Combinators.combine(text, flag)
            .as(
                (first, second) ->
                    Properties.of("test", "string_property", first)
                        .with("test", "bool_property", second)));
  }

  /// Properties with values of all kinds.
  public static Arbitrary<Properties> properties() {
    Arbitrary<PropertyValue> values =
        net.jqwik.api.Arbitraries.oneOf(
            texts().map(PropertyValue.Text::new),
            net.jqwik.api.Arbitraries.longs().map(PropertyValue.Whole::new),
            net.jqwik.api.Arbitraries.of(true, false).map(PropertyValue.Flag::new));
    return net.jqwik.api.Arbitraries.maps(
            names(), net.jqwik.api.Arbitraries.maps(names(), values).ofMaxSize(3))
        .ofMaxSize(3)
        .map(Properties::new);
  }
}
