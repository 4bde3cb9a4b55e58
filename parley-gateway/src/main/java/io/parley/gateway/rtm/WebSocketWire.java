package io.parley.gateway.rtm;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frames over a WebSocket. Goes through Netty's channel for texts, so that all the frames of one
/// turn of the loop leave with one flush, hence one system call.
public final class WebSocketWire implements Wire {
  private static final int UNSUPPORTED = 1003;
  private static final int PROTOCOL_ERROR = 1002;
  private static final int INVALID_PAYLOAD = 1007;
  private static final int TOO_BIG = 1009;
  private static final char REPLACEMENT = '\uFFFD';

  private final WebSocket socket;
  private final ChannelHandlerContext channel;
  private final Framing framing;
  private final int maxMessageBytes;
  private @Nullable Buffer partial;

  /// @param socket as it was accepted, not wrapped
  /// @param maxMessageBytes of one message
  public WebSocketWire(WebSocket socket, Framing framing, int maxMessageBytes) {
    this.socket = socket;
    this.framing = framing;
    this.channel = ((WebSocketInternal) socket).channelHandlerContext();
    this.maxMessageBytes = maxMessageBytes;
  }

  /// From now on the connection hears of everything that comes in.
  public void connect(RtmConnection listener) {
    socket.frameHandler(frame -> received(listener, frame));
    socket.closeHandler(_ -> listener.closed());
    // Violations of the protocol: Netty has answered with the fitting close frame.
    socket.exceptionHandler(_ -> listener.violated(PROTOCOL_ERROR, ""));
  }

  private void received(RtmConnection listener, WebSocketFrame frame) {
    switch (frame.type()) {
      case TEXT -> {
        if (partial != null) {
          listener.violated(PROTOCOL_ERROR, "a message was not finished");
        } else if (frame.isFinal()) {
          message(listener, frame.binaryData());
        } else {
          partial = frame.binaryData().copy();
        }
      }
      case CONTINUATION -> continued(listener, frame);
      case BINARY -> listener.violated(UNSUPPORTED, "binary frames are not understood");
      case PING, PONG -> listener.heard();
      case CLOSE -> {}
    }
  }

  private void continued(RtmConnection listener, WebSocketFrame frame) {
    Buffer begun = partial;
    if (begun == null) {
      listener.violated(PROTOCOL_ERROR, "no message was begun");
      return;
    }
    begun.appendBuffer(frame.binaryData());
    if (frame.isFinal() || begun.length() > maxMessageBytes) {
      partial = null;
      message(listener, begun);
    }
  }

  private void message(RtmConnection listener, Buffer bytes) {
    if (bytes.length() > maxMessageBytes) {
      listener.violated(TOO_BIG, "the message is too big");
      return;
    }
    String text = bytes.toString();
    if (text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes)) {
      listener.violated(INVALID_PAYLOAD, "the text is no UTF-8");
    } else {
      framing
          .decode(text)
          .ifPresentOrElse(
              messages -> messages.forEach(listener::text),
              () -> listener.violated(UNSUPPORTED, "the message is not well-formed"));
    }
  }

  private static boolean isWellFormed(Buffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes()));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    write(framing.encode(frames), sent);
  }

  /// Writes texts as they are, with one flush.
  ///
  /// @param sent is called on the event loop when the last has left, or never will
  public void write(List<String> texts, Runnable sent) {
    int last = texts.size() - 1;
    for (int i = 0; i <= last; i++) {
      ChannelPromise promise =
          i < last ? channel.voidPromise() : channel.newPromise().addListener(_ -> sent.run());
      byte[] bytes = texts.get(i).getBytes(StandardCharsets.UTF_8);
      var unused = channel.write(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)), promise);
    }
    channel.flush();
  }

  @Override
  public void ping() {
    socket.writePing(Buffer.buffer());
  }

  @Override
  public void close(int code, String reason) {
    socket.close((short) code, reason);
  }

  @Override
  public void cut() {
    var unused = channel.close();
  }
}
