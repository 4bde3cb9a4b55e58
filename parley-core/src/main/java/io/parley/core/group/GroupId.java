package io.parley.core.group;

/// Names a group within its license.
public record GroupId(int value) implements Comparable<GroupId> {
  /// The group that always exists and holds every agent.
  public static final GroupId ALL = new GroupId(0);

  @Override
  public int compareTo(GroupId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
