package io.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One WebSocket connection as a client, with as little per frame as the protocol allows.
///
/// All methods but [#opened()] and the constructor belong to the event loop's thread.
public final class RtmConnection extends ChannelInboundHandlerAdapter {
  private static final int TEXT = 0x1;
  private static final int CONTINUATION = 0x0;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK = 0x1B2D4F68;
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SWITCHING = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

  /// What happens to a connection, told on the event loop's thread.
  public interface Listener {
    /// A complete text message has come. The bytes are only valid during the call.
    void text(RtmConnection connection, byte[] message, int from, int to);

    /// The connection is gone; nothing follows.
    void closed(RtmConnection connection, String reason);
  }

  private final LoadLoop loop;
  private final String host;
  private final String path;
  private final CompletableFuture<RtmConnection> opened = new CompletableFuture<>();
  private Listener listener;
  private @Nullable ChannelHandlerContext context;
  private @Nullable ByteBuf held;
  private @Nullable ByteArrayOutputStream fragments;
  private String closeReason = "the server closed the connection";
  private boolean upgraded;

  RtmConnection(LoadLoop loop, String host, String path, Listener listener) {
    this.loop = loop;
    this.host = host;
    this.path = path;
    this.listener = listener;
  }

  /// Done when the WebSocket is open; fails when it can't be opened.
  public CompletableFuture<RtmConnection> opened() {
    return opened;
  }

  /// Whether frames can be sent.
  public boolean isOpen() {
    var open = context;
    return upgraded && open != null && open.channel().isActive();
  }

  /// From now on, tells this listener instead of the one before.
  public void listen(Listener next) {
    listener = next;
  }

  /// Sends a text message.
  public void send(byte[] text, int length) {
    write(TEXT, text, length);
  }

  /// Sends a ping, which tells the server that this client is alive.
  public void ping() {
    write(PING, new byte[0], 0);
  }

  /// Closes the connection without ceremony.
  public void close() {
    var open = context;
    if (open != null) {
      var _ = open.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    var request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: cGFybGV5LWJlbmNoLTAwMQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    var out = ctx.alloc().buffer(request.length());
    out.writeCharSequence(request, StandardCharsets.US_ASCII);
    var _ = ctx.writeAndFlush(out, ctx.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var in = (ByteBuf) message;
    var rest = held;
    held = null;
    if (rest == null) {
      consumeAll(in);
      if (in.isReadable()) {
        held = ctx.alloc().buffer(Math.max(in.readableBytes() * 2, 1024)).writeBytes(in);
      }
      in.release();
    } else {
      rest.discardReadBytes().writeBytes(in);
      in.release();
      consumeAll(rest);
      if (rest.isReadable()) {
        held = rest;
      } else {
        rest.release();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (held != null) {
      held.release();
      held = null;
    }
    loop.forget(this);
    opened.completeExceptionally(new IllegalStateException(closeReason));
    listener.closed(this, closeReason);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    closeReason = cause.toString();
    var _ = ctx.close();
  }

  private void consumeAll(ByteBuf data) {
    var consumed = true;
    while (consumed) {
      consumed = upgraded ? consumeFrame(data) : consumeHead(data);
    }
  }

  private boolean consumeHead(ByteBuf data) {
    var length = data.readableBytes();
    var scratch = loop.scratch(length);
    data.getBytes(data.readerIndex(), scratch, 0, length);
    var end = JsonScan.indexOf(END_OF_HEAD, scratch, 0, length);
    if (end < 0) {
      return false;
    }
    if (!JsonScan.standsAt(SWITCHING, scratch, 0, length)) {
      closeReason = "no upgrade: " + new String(scratch, 0, length, StandardCharsets.UTF_8);
      data.skipBytes(length);
      close();
      return false;
    }
    data.skipBytes(end + END_OF_HEAD.length);
    upgraded = true;
    loop.remember(this);
    opened.complete(this);
    return true;
  }

  private boolean consumeFrame(ByteBuf data) {
    var readable = data.readableBytes();
    if (readable < 2) {
      return false;
    }
    var start = data.readerIndex();
    var first = data.getUnsignedByte(start);
    long length = data.getUnsignedByte(start + 1) & 0x7F;
    var head = 2;
    if (length == 126) {
      head = 4;
      length = readable < head ? Integer.MAX_VALUE : data.getUnsignedShort(start + 2);
    } else if (length == 127) {
      head = 10;
      length = readable < head ? Integer.MAX_VALUE : data.getLong(start + 2);
    }
    if (readable < head + length) {
      return false;
    }
    var size = (int) length;
    var scratch = loop.scratch(size);
    data.getBytes(start + head, scratch, 0, size);
    data.skipBytes(head + size);
    frame(first & 0x0F, (first & FINAL) != 0, scratch, size);
    return true;
  }

  private void frame(int opcode, boolean last, byte[] payload, int size) {
    switch (opcode) {
      case TEXT, CONTINUATION -> {
        if (last && fragments == null) {
          listener.text(this, payload, 0, size);
        } else {
          fragment(last, payload, size);
        }
      }
      case PING -> write(PONG, payload, size);
      case CLOSE -> {
        closeReason =
            size < 2
                ? "closed by the server"
                : "closed by the server: "
                    + (((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF))
                    + ' '
                    + new String(payload, 2, size - 2, StandardCharsets.UTF_8);
        close();
      }
      default -> {}
    }
  }

  private void fragment(boolean last, byte[] payload, int size) {
    var gathered = fragments == null ? new ByteArrayOutputStream(4 * size) : fragments;
    gathered.write(payload, 0, size);
    fragments = last ? null : gathered;
    if (last) {
      listener.text(this, gathered.toByteArray(), 0, gathered.size());
    }
  }

  private void write(int opcode, byte[] payload, int length) {
    var ctx = context;
    if (ctx == null) {
      return;
    }
    var out = ctx.alloc().directBuffer(length + 14);
    out.writeByte(FINAL | opcode);
    if (length < 126) {
      out.writeByte(MASKED | length);
    } else if (length < 65_536) {
      out.writeByte(MASKED | 126).writeShort(length);
    } else {
      out.writeByte(MASKED | 127).writeLong(length);
    }
    out.writeInt(MASK);
    var i = 0;
    for (; i + 4 <= length; i += 4) {
      var word =
          ((payload[i] & 0xFF) << 24)
              | ((payload[i + 1] & 0xFF) << 16)
              | ((payload[i + 2] & 0xFF) << 8)
              | (payload[i + 3] & 0xFF);
      out.writeInt(word ^ MASK);
    }
    for (; i < length; i++) {
      out.writeByte(payload[i] ^ (MASK >>> (24 - 8 * (i & 3))));
    }
    var _ = ctx.writeAndFlush(out, ctx.voidPromise());
  }
}
