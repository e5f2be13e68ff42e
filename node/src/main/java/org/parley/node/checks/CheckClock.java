package org.parley.node.checks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.desk.settings.Settings;
import org.parley.duties.checks.AskOffices;
import org.parley.duties.port.UnreachableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks every few seconds whether the time of a check has come, and lets its questions go.
@Component
final class CheckClock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("parley.checks");
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final CheckRoom room;
  private final Settings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("checks").daemon().factory());

  CheckClock(CheckRoom room, Settings settings) {
    this.room = room;
    this.settings = settings;
    thread.scheduleWithFixedDelay(
        this::look, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Asks what is due now; one at a time, so that no State is asked twice.
  synchronized void ask() {
    room.work().ifPresent(work -> new AskOffices(work).run(settings.realm()));
  }

  private void look() {
    try {
      ask();
    } catch (UnreachableException fault) {
      LOG.warn("the books do not answer; checks are looked at again soon");
    } catch (RuntimeException defect) {
      LOG.error("checks: {}", defect.getClass().getName());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
