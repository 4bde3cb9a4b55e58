package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A run in which agents and customers talk in pairs.
///
/// The customers start the chats; which agent each of them gets is the server's decision and is
/// learnt from the
/// pushes that the agents receive.
public final class PairChat {
  private static final long PAIRING_SECONDS = 60;
  private static final JsonScan.Key CHAT_ID = JsonScan.Key.of("chat_id");

  /// When a run ends.
  public sealed interface Length {
    /// After a time.
    ///
    /// @param warmUp how long messages flow before anything is measured
    /// @param measured how long is measured
    record Timed(Duration warmUp, Duration measured) implements Length {}

    /// After a number of messages, all of which are measured.
    record Counted(long messages) implements Length {}
  }

  /// What a run does.
  ///
  /// @param population whom the server knows
  /// @param conversations how many are held at once
  /// @param agents how many agents log in, the population's first ones
  /// @param pace how fast messages are sent
  /// @param length when the run ends
  /// @param patience how long nothing has to arrive until what is still on its way counts as lost
  public record Plan(
      Population population,
      int conversations,
      int agents,
      Pace pace,
      Length length,
      Duration patience) {}

  private record Customer(Dialogue dialogue, String chatId) {}

  private final LoadLoop loop;
  private final Plan plan;
  private final ServerProcesses processes;
  private final FrontDoor door;
  private final Map<String, CompletableFuture<Dialogue>> agentsByChat = new ConcurrentHashMap<>();

  /// A run against a server.
  ///
  /// @param processes whose processor time is measured
  public PairChat(LoadLoop loop, URI server, Plan plan, ServerProcesses processes) {
    this.loop = loop;
    this.plan = plan;
    this.processes = processes;
    this.door = new FrontDoor(loop, server, plan.population);
  }

  /// Gets everyone in, holds the conversations, and sees everyone out again.
  public Outcome run() throws InterruptedException {
    var agents = new ArrayList<Dialogue>();
    var customers = new ArrayList<Customer>();
    try {
      agents.addAll(Crowd.each(plan.agents, this::agentComesIn));
      customers.addAll(Crowd.each(plan.conversations, this::customerComesIn));
      var most =
          switch (plan.length) {
            case Length.Timed _ -> Long.MAX_VALUE;
            case Length.Counted(var messages) -> messages;
          };
      var exchange = new Exchange(loop, conversations(customers), plan.pace, most);
      var everyone = everyone(agents, customers);
      onLoop(() -> everyone.forEach(person -> person.connection().listen(exchange)));
      var outcome = hold(exchange);
      onLoop(() -> everyone.forEach(person -> person.connection().listen(person)));
      return outcome;
    } finally {
      Crowd.each(
          customers.size(),
          i -> {
            var customer = customers.get(i);
            return leave(
                customer.dialogue, "close_thread", "{\"chat_id\":\"" + customer.chatId + "\"}");
          });
      Crowd.each(agents.size(), i -> leave(agents.get(i), "logout", "{}"));
    }
  }

  private Dialogue agentComesIn(int agent) {
    var self = new CompletableFuture<Dialogue>();
    var dialogue = door.logInAgent(agent, chat -> agentOf(chat.chatId()).completeAsync(self::join));
    self.complete(dialogue);
    return dialogue;
  }

  private Customer customerComesIn(int conversation) {
    var dialogue = door.logInCustomer(plan.population.licenseOf(conversation));
    var chatId = JsonScan.string(CHAT_ID, dialogue.ask("start_chat", "{}"));
    return new Customer(dialogue, chatId);
  }

  private List<Conversation> conversations(List<Customer> customers) {
    var conversations = new ArrayList<Conversation>();
    for (var customer : customers) {
      var agent =
          Answers.await(
              "an agent for chat " + customer.chatId,
              agentOf(customer.chatId).orTimeout(PAIRING_SECONDS, TimeUnit.SECONDS));
      conversations.add(
          new Conversation(
              conversations.size(),
              customer.chatId,
              agent.connection(),
              customer.dialogue.connection()));
    }
    return conversations;
  }

  private Outcome hold(Exchange exchange) throws InterruptedException {
    return switch (plan.length) {
      case Length.Timed(var warmUp, var measured) -> {
        loop.execute(exchange::start);
        TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
        var cpuBefore = processes.cpu();
        var nanosBefore = System.nanoTime();
        long before = onLoop(exchange::startMeasuring);
        TimeUnit.NANOSECONDS.sleep(measured.toNanos());
        long after = onLoop(exchange::stop);
        var nanos = System.nanoTime() - nanosBefore;
        var cpu = processes.cpu().since(cpuBefore);
        awaitEnd(exchange);
        yield outcome(exchange, after - before, nanos, cpu);
      }
      case Length.Counted _ -> {
        var cpuBefore = processes.cpu();
        var nanosBefore = System.nanoTime();
        loop.execute(
            () -> {
              exchange.startMeasuring();
              exchange.start();
            });
        awaitEnd(exchange);
        long delivered = onLoop(exchange::stop);
        var nanos = System.nanoTime() - nanosBefore;
        yield outcome(exchange, delivered, nanos, processes.cpu().since(cpuBefore));
      }
    };
  }

  private Outcome outcome(Exchange exchange, long messages, long nanos, CpuReading cpu) {
    return onLoop(
        () ->
            new Outcome(
                plan.conversations,
                messages,
                nanos / 1e9,
                exchange.delivery(),
                exchange.response(),
                cpu,
                exchange.tally()));
  }

  /// Waits for everything to arrive, as long as something does; what has not arrived by then is
  /// lost, and the
  /// tally says so.
  private void awaitEnd(Exchange exchange) throws InterruptedException {
    var seen = onLoop(exchange::tally);
    while (true) {
      try {
        exchange.over().get(plan.patience.toNanos(), TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException _) {
        var now = onLoop(exchange::tally);
        if (now.equals(seen)) {
          return;
        }
        seen = now;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private CompletableFuture<Dialogue> agentOf(String chatId) {
    return agentsByChat.computeIfAbsent(chatId, _ -> new CompletableFuture<>());
  }

  private void onLoop(Runnable change) {
    CompletableFuture.runAsync(change, loop::execute).join();
  }

  private <T> T onLoop(Supplier<T> reading) {
    return CompletableFuture.supplyAsync(reading, loop::execute).join();
  }

  private static List<Dialogue> everyone(List<Dialogue> agents, List<Customer> customers) {
    var all = new ArrayList<>(agents);
    customers.forEach(customer -> all.add(customer.dialogue));
    return all;
  }

  private static String leave(Dialogue person, String lastAction, String payload) {
    try {
      return person.ask(lastAction, payload);
    } catch (ServerRefusal refusal) {
      return refusal.toString();
    } finally {
      person.end();
    }
  }
}
