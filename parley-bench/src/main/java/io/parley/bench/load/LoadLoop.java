package io.parley.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The one event loop on which a load generator lives, and the heartbeat of all its connections.
///
/// Every open connection sends a WebSocket ping once per [#HEARTBEAT_SECONDS], spread evenly,
/// so that servers that close silent connections keep them.
public final class LoadLoop implements AutoCloseable {
  private static final int HEARTBEAT_SECONDS = 12;
  private static final int TICK_MILLIS = 100;
  private static final int TICKS_PER_HEARTBEAT = HEARTBEAT_SECONDS * 1000 / TICK_MILLIS;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final List<RtmConnection> connections = new ArrayList<>();
  private byte[] scratch = new byte[64 * 1024];
  private int nextPinged;
  private int owedPings;

  private LoadLoop(IoHandlerFactory io, Class<? extends Channel> channel) {
    group = new MultiThreadIoEventLoopGroup(1, io);
    loop = group.next();
    bootstrap =
        new Bootstrap()
            .group(group)
            .channel(channel)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000);
  }

  /// Starts a loop, on the fastest transport that the machine has.
  public static LoadLoop open() {
    var made =
        Epoll.isAvailable()
            ? new LoadLoop(EpollIoHandler.newFactory(), EpollSocketChannel.class)
            : new LoadLoop(NioIoHandler.newFactory(), NioSocketChannel.class);
    var _ =
        made.loop.scheduleAtFixedRate(made::beat, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return made;
  }

  /// Begins to open a WebSocket; [RtmConnection#opened()] tells how it went.
  public RtmConnection connect(URI server, String path, RtmConnection.Listener listener) {
    var connection =
        new RtmConnection(this, server.getHost() + ':' + server.getPort(), path, listener);
    var connecting =
        bootstrap
            .clone()
            .handler(connection)
            .connect(new InetSocketAddress(server.getHost(), server.getPort()));
    connecting.addListener(
        (ChannelFuture done) -> {
          if (done.cause() != null) {
            connection.opened().completeExceptionally(done.cause());
          }
        });
    return connection;
  }

  /// Runs a task on the loop's thread.
  public void execute(Runnable task) {
    loop.execute(task);
  }

  /// Runs a task on the loop's thread after a while.
  public void schedule(Runnable task, long delayNanos) {
    var _ = loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
  }

  /// Closes all connections and ends the thread.
  @Override
  public void close() {
    loop.execute(() -> List.copyOf(connections).forEach(RtmConnection::close));
    group.shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  /// A buffer of at least this size, shared by everything on the loop's thread.
  byte[] scratch(int size) {
    if (scratch.length < size) {
      scratch = new byte[Math.max(size, scratch.length * 2)];
    }
    return scratch;
  }

  void remember(RtmConnection connection) {
    connections.add(connection);
  }

  void forget(RtmConnection connection) {
    connections.remove(connection);
  }

  private void beat() {
    owedPings += connections.size();
    for (;
        owedPings >= TICKS_PER_HEARTBEAT && !connections.isEmpty();
        owedPings -= TICKS_PER_HEARTBEAT) {
      nextPinged = nextPinged >= connections.size() - 1 ? 0 : nextPinged + 1;
      connections.get(nextPinged).ping();
    }
  }
}
