package io.parley.protocol.schema;

import io.parley.protocol.request.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a JSON value may be. In requests `null` is as good as nothing, wherever it stands.
public sealed interface Shape {
  /// No upper limit.
  int UNLIMITED = Integer.MAX_VALUE;

  /// How long the names of free members may be, as a rule.
  int LONGEST_KEY = Text.KEY.max();

  /// A string.
  ///
  /// @param min the least number of characters
  /// @param max the most, in characters, or in bytes of UTF-8
  /// @param choices the only strings there are; empty if there are others
  /// @param pattern an ECMA regular expression, if the form is a special one
  /// @param format the name that JSON Schema has for the form, if it has one
  /// @param example one such string
  record OfText(
      int min,
      int max,
      boolean inBytes,
      List<String> choices,
      @Nullable String pattern,
      @Nullable String format,
      String example)
      implements Shape {
    /// Makes the list unmodifiable.
    public OfText {
      choices = List.copyOf(choices);
    }

    /// The same with another example.
    public OfText like(String other) {
      return new OfText(min, max, inBytes, choices, pattern, format, other);
    }

    /// The same, but with so many characters.
    public OfText sized(int least, int most) {
      return new OfText(least, most, inBytes, choices, pattern, format, example);
    }

    /// The same, of a special form.
    public OfText of(String newPattern, @Nullable String newFormat, String newExample) {
      return new OfText(min, max, inBytes, choices, newPattern, newFormat, newExample);
    }
  }

  /// A whole number.
  record OfInteger(long min, long max, long example) implements Shape {
    /// The same with another example.
    public OfInteger like(long other) {
      return new OfInteger(min, max, other);
    }
  }

  /// True or false.
  ///
  /// @param only the one of them that it can be, if it can't be both
  record OfFlag(@Nullable Boolean only) implements Shape {}

  /// An array.
  record OfList(Shape element, int min, int max) implements Shape {
    /// The same, but never empty.
    public OfList filled() {
      return new OfList(element, 1, max);
    }
  }

  /// An object whose members' names are free.
  ///
  /// @param key what a member is, for who reads about it
  /// @param longestKey how long its name may be
  record OfMap(String key, int longestKey, Shape value, int min, int max) implements Shape {
    /// The same, but never empty.
    public OfMap filled() {
      return new OfMap(key, longestKey, value, 1, max);
    }

    /// The same, with names of at most so many characters.
    public OfMap named(int longest) {
      return new OfMap(key, longest, value, min, max);
    }
  }

  /// An object with these members.
  ///
  /// @param name of the structure; empty if it has none of its own
  record OfObject(String name, List<Member> members, List<Rule> rules) implements Shape {
    /// Makes the lists unmodifiable.
    public OfObject {
      members = List.copyOf(members);
      rules = List.copyOf(rules);
    }

    /// The same with one more rule.
    public OfObject where(Rule rule) {
      var more = new ArrayList<>(rules);
      more.add(rule);
      return new OfObject(name, members, more);
    }

    /// The same with more members, under another name.
    public OfObject and(String newName, Member... further) {
      var more = new ArrayList<>(members);
      more.addAll(List.of(further));
      return new OfObject(newName, more, rules);
    }

    /// The member of that name, or null.
    public @Nullable Member memberOrNull(String member) {
      return members.stream().filter(each -> each.name().equals(member)).findFirst().orElse(null);
    }
  }

  /// Exactly one of several shapes.
  ///
  /// @param name of the structure; empty if it has none of its own
  record OneOf(String name, List<Shape> shapes) implements Shape {
    /// Makes the list unmodifiable.
    public OneOf {
      shapes = List.copyOf(shapes);
    }
  }

  /// Whatever an integration likes: the server only carries it.
  ///
  /// @param object true if it must be an object
  /// @param meaning how much of it
  record OfAnything(boolean object, String meaning) implements Shape {}

  /// A file, as a part of a form.
  record OfFile() implements Shape {}

  /// A string as requests hold it.
  static OfText text(Text kind) {
    return new OfText(
        kind.min(), kind.max(), kind.countsBytes(), List.of(), kind.pattern(), null, "text");
  }

  /// A string as answers hold it.
  static OfText text() {
    return new OfText(0, UNLIMITED, false, List.of(), null, null, "text");
  }

  /// One of these strings.
  static OfText choice(String... choices) {
    return new OfText(0, UNLIMITED, false, List.of(choices), null, null, choices[0]);
  }

  /// A whole number in a range.
  static OfInteger integer(long min, long max) {
    return new OfInteger(min, max, Math.max(min, Math.min(max, 1)));
  }

  /// A whole number from 0 on.
  static OfInteger count() {
    return new OfInteger(0, Long.MAX_VALUE, 1);
  }

  /// True or false.
  static OfFlag flag() {
    return new OfFlag(null);
  }

  /// True, where false is left out.
  static OfFlag yes() {
    return new OfFlag(true);
  }

  /// An array of any length.
  static OfList list(Shape element) {
    return new OfList(element, 0, UNLIMITED);
  }

  /// An array of so many elements at most.
  static OfList list(Shape element, int max) {
    return new OfList(element, 0, max);
  }

  /// An object with free names.
  static OfMap map(String key, Shape value) {
    return new OfMap(key, LONGEST_KEY, value, 0, UNLIMITED);
  }

  /// An object with so many free names at most.
  static OfMap map(String key, Shape value, int max) {
    return new OfMap(key, LONGEST_KEY, value, 0, max);
  }

  /// An object that is a structure of its own.
  static OfObject object(String name, Member... members) {
    return new OfObject(name, List.of(members), List.of());
  }

  /// An object that has no name of its own.
  static OfObject object(Member... members) {
    return object("", members);
  }

  /// One of several shapes, which together are a structure.
  static OneOf oneOf(String name, Shape... shapes) {
    return new OneOf(name, List.of(shapes));
  }

  /// One of several shapes.
  static OneOf oneOf(Shape... shapes) {
    return oneOf("", shapes);
  }
}
