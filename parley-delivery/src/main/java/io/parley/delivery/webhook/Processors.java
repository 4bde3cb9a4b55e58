package io.parley.delivery.webhook;

/// Port: what the processors of this machine do. Cheap to ask.
public interface Processors {
  /// Processors that have nothing to do.
  Processors IDLE =
      new Processors() {
        @Override
        public int count() {
          return 1;
        }

        @Override
        public double load() {
          return 0;
        }

        @Override
        public long otherNanos() {
          return 0;
        }

        @Override
        public void leaveOut(Thread thread) {}
      };

  /// How many there are.
  int count();

  /// How busy all of them were of late, whatever with: from 0 to 1. Below 0 if nobody knows.
  double load();

  /// How much processor time this process has used so far for other things than webhooks.
  long otherNanos();

  /// Says that what a thread does is done for webhooks.
  void leaveOut(Thread thread);
}
