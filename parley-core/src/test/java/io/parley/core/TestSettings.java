package io.parley.core;

import io.parley.core.license.Settings;
import java.time.Duration;

/// Settings that differ from the defaults in what a test says.
public final class TestSettings {
  private Duration inactivity = Settings.DEFAULTS.threadInactivityTimeout();
  private Duration idle = Settings.DEFAULTS.threadIdleTimeout();
  private Duration reply = Settings.DEFAULTS.agentReplyTimeout();
  private boolean queueEnabled = true;
  private int queueLimit = Settings.DEFAULTS.queueLimit();
  private int customerChats = 1;
  private boolean preferLastAgent = true;

  public static TestSettings settings() {
    return new TestSettings();
  }

  public TestSettings inactivity(Duration timeout) {
    inactivity = timeout;
    return this;
  }

  public TestSettings idle(Duration timeout) {
    idle = timeout;
    return this;
  }

  public TestSettings reply(Duration timeout) {
    reply = timeout;
    return this;
  }

  public TestSettings withoutQueue() {
    queueEnabled = false;
    return this;
  }

  public TestSettings queueLimit(int limit) {
    queueLimit = limit;
    return this;
  }

  public TestSettings customerChats(int limit) {
    customerChats = limit;
    return this;
  }

  public TestSettings forgettingTheLastAgent() {
    preferLastAgent = false;
    return this;
  }

  public Settings build() {
    return new Settings(
        inactivity,
        idle,
        reply,
        Settings.DEFAULTS.agentDisconnectGrace(),
        queueEnabled,
        queueLimit,
        customerChats,
        false,
        preferLastAgent);
  }
}
