package io.parley.gateway.rtm;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.WebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frames over a WebSocket.
///
/// Vert.x does the handshake; from then on this is the last handler of Netty's pipeline, in the
/// place of Vert.x' own. What Vert.x keeps of the HTTP connection, some 10 KiB, is not kept for as
/// long as someone is online. All the frames of one turn of the loop are laid out in one buffer,
/// past Netty's encoder, which would handle each by itself, and leave with one system call.
public final class WebSocketWire implements Wire {
  private static final int NORMAL_CLOSURE = 1000;
  private static final int PROTOCOL_ERROR = 1002;
  private static final int UNSUPPORTED = 1003;
  private static final int INVALID_PAYLOAD = 1007;
  private static final int TOO_BIG = 1009;
  private static final char REPLACEMENT = '\uFFFD';
  private static final int FINAL_TEXT = 0x81;
  private static final int MAX_SHORT_LENGTH = 125;
  private static final int MAX_MEDIUM_LENGTH = 0xFFFF;
  private static final int MEDIUM_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final int MAX_HEADER_BYTES = 10;

  private final Channel channel;
  private final ChannelHandlerContext encoder;
  private final Framing framing;
  private final int maxMessageBytes;
  private boolean closeSent;

  /// Takes a WebSocket over from Vert.x, which must not be used for it from then on.
  ///
  /// @param socket as it was accepted, not wrapped
  /// @param maxMessageBytes of one message
  public WebSocketWire(WebSocket socket, Framing framing, int maxMessageBytes) {
    ChannelHandlerContext vertx = ((WebSocketInternal) socket).channelHandlerContext();
    this.channel = vertx.channel();
    this.encoder = channel.pipeline().context(WebSocketFrameEncoder.class);
    this.framing = framing;
    this.maxMessageBytes = maxMessageBytes;
    channel.pipeline().remove(vertx.handler());
  }

  /// From now on the connection hears of everything that comes in.
  public void connect(RtmConnection listener) {
    channel.pipeline().addLast(new Receiver(listener));
    channel.config().setAutoRead(true);
    if (!channel.isActive()) {
      listener.closed();
    }
  }

  /// True until the wire is gone.
  public boolean isOpen() {
    return channel.isActive();
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    write(framing.encode(frames), sent);
  }

  /// Writes texts as they are, with one flush.
  ///
  /// @param sent is called on the event loop when the last has left, or never will
  public void write(List<String> texts, Runnable sent) {
    var encoded = new byte[texts.size()][];
    int size = 0;
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
      size += MAX_HEADER_BYTES + encoded[i].length;
    }
    ByteBuf out = channel.alloc().directBuffer(size);
    for (byte[] text : encoded) {
      writeHeader(out, text.length);
      out.writeBytes(text);
    }
    var unused = encoder.writeAndFlush(out, channel.newPromise().addListener(_ -> sent.run()));
  }

  /// What goes before a whole text that is not masked (RFC 6455, section 5.2).
  private static void writeHeader(ByteBuf out, int length) {
    out.writeByte(FINAL_TEXT);
    if (length <= MAX_SHORT_LENGTH) {
      out.writeByte(length);
    } else if (length <= MAX_MEDIUM_LENGTH) {
      out.writeByte(MEDIUM_LENGTH).writeShort(length);
    } else {
      out.writeByte(LONG_LENGTH).writeLong(length);
    }
  }

  @Override
  public void ping() {
    writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
  }

  @Override
  public void close(int code, String reason) {
    if (!closeSent) {
      closeSent = true;
      writeAndFlush(new CloseWebSocketFrame(code, reason));
    }
  }

  @Override
  public void cut() {
    var unused = channel.close();
  }

  private void writeAndFlush(WebSocketFrame frame) {
    var unused = channel.writeAndFlush(frame, channel.voidPromise());
  }

  /// What comes in.
  private final class Receiver extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final RtmConnection listener;
    private @Nullable ByteArrayOutputStream begun;

    Receiver(RtmConnection listener) {
      this.listener = listener;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      switch (frame) {
        case TextWebSocketFrame text -> begin(text);
        case ContinuationWebSocketFrame continuation -> goOn(continuation);
        case BinaryWebSocketFrame _ ->
            listener.violated(UNSUPPORTED, "binary frames are not understood");
        case PingWebSocketFrame ping -> {
          listener.heard();
          writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
        case PongWebSocketFrame _ -> listener.heard();
        case CloseWebSocketFrame close -> left(close);
        default -> listener.violated(PROTOCOL_ERROR, "unknown frame");
      }
    }

    private void begin(TextWebSocketFrame frame) {
      if (begun != null) {
        listener.violated(PROTOCOL_ERROR, "a message was not finished");
      } else if (frame.isFinalFragment()) {
        message(bytes(frame.content()));
      } else {
        begun = new ByteArrayOutputStream();
        begun.writeBytes(bytes(frame.content()));
      }
    }

    private void goOn(ContinuationWebSocketFrame frame) {
      ByteArrayOutputStream message = begun;
      if (message == null) {
        listener.violated(PROTOCOL_ERROR, "no message was begun");
        return;
      }
      message.writeBytes(bytes(frame.content()));
      if (frame.isFinalFragment() || message.size() > maxMessageBytes) {
        begun = null;
        message(message.toByteArray());
      }
    }

    private static byte[] bytes(ByteBuf content) {
      byte[] bytes = new byte[content.readableBytes()];
      content.readBytes(bytes);
      return bytes;
    }

    private void message(byte[] bytes) {
      if (bytes.length > maxMessageBytes) {
        listener.violated(TOO_BIG, "the message is too big");
        return;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes)) {
        listener.violated(INVALID_PAYLOAD, "the text is no UTF-8");
        return;
      }
      framing
          .decode(text)
          .ifPresentOrElse(
              messages -> messages.forEach(listener::text),
              () -> listener.violated(UNSUPPORTED, "the message is not well-formed"));
    }

    private static boolean isWellFormed(byte[] bytes) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException _) {
        return false;
      }
    }

    /// The client takes its leave, or answers ours.
    private void left(CloseWebSocketFrame close) {
      if (closeSent) {
        cut();
        return;
      }
      closeSent = true;
      int code = close.statusCode() < 0 ? NORMAL_CLOSURE : close.statusCode();
      var unused =
          channel
              .writeAndFlush(new CloseWebSocketFrame(code, ""))
              .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      listener.closed();
    }

    /// The client broke the protocol, and Netty has answered with the fitting close frame; or the
    /// network did.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      closeSent = true;
      listener.violated(PROTOCOL_ERROR, "");
      if (!(cause instanceof CorruptedWebSocketFrameException)) {
        cut();
      }
    }
  }
}
