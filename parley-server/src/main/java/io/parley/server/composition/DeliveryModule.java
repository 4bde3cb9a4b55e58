package io.parley.server.composition;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.delivery.FanOut;
import io.parley.delivery.Sessions;
import io.parley.gateway.call.Views;
import io.parley.protocol.push.PushRenderer;

/// What happens after a commit: everyone who is connected here is told.
final class DeliveryModule implements AutoCloseable {
  private final Sessions sessions = new Sessions();
  private final Views views = new Views();
  private final FanOut fanOut;

  DeliveryModule(MeterRegistry metrics) {
    var renderer = new PushRenderer();
    this.fanOut = new FanOut(sessions, views::publish, renderer::render, metrics);
  }

  FanOut fanOut() {
    return fanOut;
  }

  Sessions sessions() {
    return sessions;
  }

  Views views() {
    return views;
  }

  @Override
  public void close() {
    fanOut.close();
  }
}
