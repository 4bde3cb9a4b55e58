package io.parley.gateway.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.ErrorType;
import io.parley.gateway.access.TenantName;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.Role;
import io.parley.gateway.account.Tenant;
import io.parley.gateway.account.TokenCheck;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.file.ReceivedFile;
import io.parley.gateway.file.UploadForm;
import io.parley.gateway.http.Answers;
import io.parley.gateway.web.WebApi.WebServices;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.method.Method;
import io.parley.runtime.Cause;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request for a known method: token, tenant, region, body, and then what all transports share.
/// Every step ends in the next one or in [#answer].
final class WebCall {
  private static final Logger log = LoggerFactory.getLogger(WebCall.class);

  private final WebServices services;
  private final HttpServerRequest request;
  private final ApiVersion version;
  private final Method method;
  private final Context context;
  private final long sinceNanos;
  private Buffer body = Buffer.buffer();
  private @Nullable UploadForm form;
  private long timer;
  private boolean answered;

  WebCall(WebServices services, HttpServerRequest request, ApiVersion version, Method method) {
    this.services = services;
    this.request = request;
    this.version = version;
    this.method = method;
    this.context = Vertx.currentContext();
    this.sinceNanos = services.meters().nanoTime();
  }

  void start(Buffer complete) {
    body = complete;
    startTimer();
    authenticate();
  }

  /// Begins with a body that is held back until it is known who sends it.
  void start(UploadForm heldBack) {
    form = heldBack;
    startTimer();
    authenticate();
  }

  private void startTimer() {
    timer =
        context
            .owner()
            .setTimer(
                services.config().requestTimeout().toMillis(),
                _ -> answer(Answered.failure(ErrorType.REQUEST_TIMEOUT)));
  }

  private void stopTimer() {
    context.owner().cancelTimer(timer);
  }

  private void authenticate() {
    services
        .authenticator()
        .check(
            request.getHeader(HttpHeaders.AUTHORIZATION),
            method.api() == Api.CUSTOMER ? Role.CUSTOMER : Role.AGENT)
        .onComplete(this::checked);
  }

  private void checked(AsyncResult<TokenCheck> result) {
    if (result.failed()) {
      log.error("A token can't be checked", result.cause());
      answer(Answered.failure(ErrorType.INTERNAL));
      return;
    }
    switch (result.result()) {
      case TokenCheck.Refused(var reason) ->
          answer(Answered.failure(ErrorType.AUTHENTICATION, reason.message()));
      case TokenCheck.Allowed(Grant grant) when method.api() == Api.CUSTOMER -> tenant(grant);
      case TokenCheck.Allowed(Grant grant) -> region(grant);
    }
  }

  private void tenant(Grant grant) {
    Optional<TenantName> name = TenantName.of(request.params());
    if (name.isEmpty()) {
      answer(
          Answered.failure(
              ErrorType.VALIDATION,
              "The query parameter `license_id` or `organization_id` is missing or malformed"));
      return;
    }
    services
        .tenants()
        .find(name.get())
        .onComplete(
            found -> {
              if (found.failed()) {
                log.error("A tenant can't be looked up", found.cause());
                answer(Answered.failure(ErrorType.INTERNAL));
              } else {
                tenantFound(grant, found.result());
              }
            });
  }

  private void tenantFound(Grant grant, Optional<Tenant> found) {
    if (found.isEmpty()) {
      answer(Answered.failure(ErrorType.LICENSE_NOT_FOUND));
    } else if (!found.get().licenseId().equals(grant.licenseId())) {
      answer(Answered.failure(ErrorType.AUTHORIZATION, "The token is for another license"));
    } else {
      region(grant);
    }
  }

  private void region(Grant grant) {
    String region = request.getHeader("X-Region");
    if (region == null || region.isBlank() || region.equals(grant.region())) {
      UploadForm heldBack = form;
      if (heldBack == null) {
        call(grant);
      } else {
        context.runOnContext(_ -> receive(heldBack, grant));
      }
    } else {
      answer(Answered.misdirected(grant.region()));
    }
  }

  /// Lets the form in. How long that takes is the sender's affair; the server's time begins then.
  private void receive(UploadForm heldBack, Grant grant) {
    if (answered) {
      return;
    }
    stopTimer();
    heldBack.read(
        new UploadForm.Reader() {
          @Override
          public void ended() {
            startTimer();
          }

          @Override
          public void received(ReceivedFile file) {
            call(grant, file.toPayload());
          }

          @Override
          public void refused(Answered.Failure failure) {
            answer(failure);
          }
        });
  }

  private void call(Grant grant) {
    ObjectNode payload;
    try {
      payload = Frames.parseBody(text());
    } catch (InvalidRequest e) {
      answer(Answered.failure(e));
      return;
    }
    call(grant, payload);
  }

  private void call(Grant grant, ObjectNode payload) {
    services
        .calls()
        .make(
            new Request(
                version, method, grant, payload, request.getHeader("X-Author-Id"), Cause.NONE),
            this::answer);
  }

  private String text() {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new InvalidRequest("payload", "must be plain: no `Content-Encoding` is understood");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.getBytes()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new InvalidRequest("payload", "is no UTF-8");
    }
  }

  /// Answers, once; may be called on any thread.
  private void answer(Answered answer) {
    context.runOnContext(
        _ -> {
          if (!answered) {
            answered = true;
            stopTimer();
            services.meters().answered(method, answer.outcome(), sinceNanos);
            write(answer);
            if (form != null) {
              form.close();
            }
          }
        });
  }

  private void write(Answered answer) {
    try {
      Answers.send(request.response(), answer);
    } catch (RuntimeException e) {
      log.error("The answer to {} can't be written", method.name(), e);
      Answers.send(request.response(), Answered.failure(ErrorType.INTERNAL));
    }
  }
}
