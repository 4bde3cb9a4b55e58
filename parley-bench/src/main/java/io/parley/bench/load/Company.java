package io.parley.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Agents and customers who are logged in, and the chats that the customers have started.
///
/// Which agent gets which chat is the server's decision and is learnt from the pushes that the
/// agents receive. All methods wait for the server and are called where one may wait.
final class Company {
  private static final long PAIRING_SECONDS = 60;
  private static final JsonScan.Key CHAT_ID = JsonScan.Key.of("chat_id");

  /// One chat and its two sides.
  record Pair(String chatId, Dialogue customer, Dialogue agent) {}

  private record Customer(Dialogue dialogue, String chatId) {}

  private final LoadLoop loop;
  private final FrontDoor door;
  private final Population population;
  private final List<Dialogue> agents = new ArrayList<>();
  private final List<Customer> customers = new ArrayList<>();
  private final Map<String, CompletableFuture<Dialogue>> agentsByChat = new ConcurrentHashMap<>();

  Company(LoadLoop loop, FrontDoor door, Population population) {
    this.loop = loop;
    this.door = door;
    this.population = population;
  }

  /// Gets everyone in: the first agents of the population, then customers, each with a chat.
  ///
  /// @return the chats, each with the agent who got it
  List<Pair> gather(int agentCount, int chats) throws InterruptedException {
    agents.addAll(Crowd.each(agentCount, this::agentComesIn));
    customers.addAll(Crowd.each(chats, this::customerComesIn));
    var pairs = new ArrayList<Pair>(chats);
    for (var customer : customers) {
      var agent =
          Answers.await(
              "an agent for chat " + customer.chatId,
              agentOf(customer.chatId).orTimeout(PAIRING_SECONDS, TimeUnit.SECONDS));
      pairs.add(new Pair(customer.chatId, customer.dialogue, agent));
    }
    return pairs;
  }

  /// The agents, in the order of their numbers.
  List<Dialogue> agents() {
    return agents;
  }

  /// From now on everybody's connection tells this listener.
  void listen(RtmConnection.Listener listener) {
    onLoop(() -> everyone().forEach(person -> person.connection().listen(listener)));
  }

  /// From now on questions can be asked again.
  void listenThemselves() {
    onLoop(() -> everyone().forEach(person -> person.connection().listen(person)));
  }

  /// Closes all chats and sees everyone out.
  void leave() throws InterruptedException {
    Crowd.each(
        customers.size(),
        i -> {
          var customer = customers.get(i);
          return leave(
              customer.dialogue, "close_thread", "{\"chat_id\":\"" + customer.chatId + "\"}");
        });
    Crowd.each(agents.size(), i -> leave(agents.get(i), "logout", "{}"));
  }

  private Dialogue agentComesIn(int agent) {
    var self = new CompletableFuture<Dialogue>();
    var dialogue = door.logInAgent(agent, chat -> agentOf(chat.chatId()).completeAsync(self::join));
    self.complete(dialogue);
    return dialogue;
  }

  private Customer customerComesIn(int chat) {
    var dialogue = door.logInCustomer(population.licenseOf(chat));
    var chatId = JsonScan.string(CHAT_ID, dialogue.ask("start_chat", "{}"));
    return new Customer(dialogue, chatId);
  }

  private CompletableFuture<Dialogue> agentOf(String chatId) {
    return agentsByChat.computeIfAbsent(chatId, _ -> new CompletableFuture<>());
  }

  private List<Dialogue> everyone() {
    var all = new ArrayList<>(agents);
    customers.forEach(customer -> all.add(customer.dialogue));
    return all;
  }

  private void onLoop(Runnable change) {
    CompletableFuture.runAsync(change, loop::execute).join();
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
