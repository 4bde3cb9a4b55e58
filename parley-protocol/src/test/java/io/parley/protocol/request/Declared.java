package io.parley.protocol.request;

import io.parley.protocol.schema.Member;
import io.parley.protocol.schema.Sample;
import io.parley.protocol.schema.Shape;
import java.util.Set;
import java.util.TreeSet;

/// The members that a shape declares, by their paths; elements of arrays are `[]`, and maps have
/// the one member of their sample.
final class Declared {
  private final Set<String> members = new TreeSet<>();
  private final Set<String> free = new TreeSet<>();

  Declared(Shape shape) {
    add(shape, "");
  }

  /// All paths of declared members.
  Set<String> members() {
    return members;
  }

  /// True for members whose names are free, and for what is in them.
  boolean isFree(String path) {
    if (path.isEmpty() || members.contains(path)) {
      return false;
    }
    String holder = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    return free.contains(holder) || isFree(holder);
  }

  private static String inner(String path, String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  private void add(Shape shape, String path) {
    switch (shape) {
      case Shape.OfObject object -> {
        for (Member member : object.members()) {
          String inner = inner(path, member.name());
          members.add(inner);
          add(member.shape(), inner);
        }
      }
      case Shape.OfList list -> add(list.element(), path + "[]");
      case Shape.OfMap map -> {
        free.add(path);
        add(map.value(), inner(path, Sample.keyOf(map)));
      }
      case Shape.OneOf one -> one.shapes().forEach(each -> add(each, path));
      case Shape.OfAnything _ -> free.add(path);
      case Shape.OfText _, Shape.OfInteger _, Shape.OfFlag _, Shape.OfFile _ -> {}
    }
  }
}
