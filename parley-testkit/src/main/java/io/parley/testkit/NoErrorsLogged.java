package io.parley.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Fails a test that passed while something logged an error: whoever tests what goes wrong expects
/// an answer, not a fault.
public final class NoErrorsLogged implements BeforeEachCallback, AfterEachCallback {
  private final Collector collector = new Collector();

  @Override
  public void beforeEach(ExtensionContext context) {
    collector.errors.clear();
    collector.start();
    root().addAppender(collector);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    root().detachAppender(collector);
    if (context.getExecutionException().isEmpty() && !collector.errors.isEmpty()) {
      throw new AssertionError("errors were logged: " + String.join("; ", collector.errors));
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static final class Collector extends AppenderBase<ILoggingEvent> {
    final List<String> errors = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
        errors.add(event.getLoggerName() + ": " + event.getFormattedMessage());
      }
    }
  }
}
