package io.parley.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Many people who log in and then say nothing, but stay.
public final class IdleCrowd {
  /// What a crowd does.
  ///
  /// @param population whom the server knows; its agents log in several times when there are not
  /// enough of them
  /// @param connections how many people come
  /// @param oneAgentIn every how manieth of them is an agent; the others are customers, each a new
  /// one
  /// @param stay how long everybody stays
  public record Plan(Population population, int connections, int oneAgentIn, Duration stay) {}

  /// A look at the server.
  public interface Look<T> {
    /// What there is to see now.
    T take() throws IOException, InterruptedException;
  }

  /// What was seen.
  ///
  /// @param before the reading when nobody had come
  /// @param after the reading when everybody had stayed for the time that was asked
  /// @param closed how many connections were gone by then
  public record Sight<T>(T before, T after, long closed) {}

  private final LoadLoop loop;
  private final Plan plan;
  private final FrontDoor door;

  /// A crowd for a server.
  public IdleCrowd(LoadLoop loop, URI server, Plan plan) {
    this.loop = loop;
    this.plan = plan;
    this.door = new FrontDoor(loop, server, plan.population);
  }

  /// Gets everyone in, waits, and takes the reading before and after.
  public <T> Sight<T> run(Look<T> reading) throws IOException, InterruptedException {
    var before = reading.take();
    var people = Crowd.each(plan.connections, this::comeIn);
    TimeUnit.NANOSECONDS.sleep(plan.stay.toNanos());
    return new Sight<>(before, reading.take(), countClosed(people));
  }

  private Dialogue comeIn(int number) {
    if (number % plan.oneAgentIn == 0) {
      return door.logInAgent(number / plan.oneAgentIn % plan.population.agents(), _ -> {});
    }
    return door.logInCustomer(plan.population.licenseOf(number));
  }

  private long countClosed(List<Dialogue> people) {
    return CompletableFuture.supplyAsync(
            () -> people.stream().filter(person -> !person.connection().isOpen()).count(),
            loop::execute)
        .join();
  }
}
