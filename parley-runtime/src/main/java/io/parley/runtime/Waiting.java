package io.parley.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The submissions that wait because something that they touch is being loaded, in order for each
/// such thing.
final class Waiting {
  private final Map<Object, ArrayDeque<Submission>> byTouched = new HashMap<>();

  /// Lets the submission wait if something that it touches is being loaded.
  ///
  /// @return true if it waits
  boolean queue(Submission submission, List<Object> touched) {
    for (Object key : touched) {
      @Nullable ArrayDeque<Submission> queue = byTouched.get(key);
      if (queue != null) {
        queue.add(submission);
        return true;
      }
    }
    return false;
  }

  /// Says that these are being loaded.
  void hold(Collection<Object> touched) {
    touched.forEach(key -> byTouched.put(key, new ArrayDeque<>()));
  }

  /// Says that these are loaded; gives back who waited for them, in order.
  List<Submission> release(Collection<Object> touched) {
    var released = new ArrayList<Submission>();
    for (Object key : touched) {
      @Nullable ArrayDeque<Submission> queue = byTouched.remove(key);
      if (queue != null) {
        released.addAll(queue);
      }
    }
    return released;
  }

  boolean isEmpty() {
    return byTouched.isEmpty();
  }

  /// Gives up: everybody who waits.
  List<Submission> clear() {
    var all = new ArrayList<Submission>();
    byTouched.values().forEach(all::addAll);
    byTouched.clear();
    return all;
  }
}
