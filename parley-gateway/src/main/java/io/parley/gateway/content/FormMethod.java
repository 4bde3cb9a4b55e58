package io.parley.gateway.content;

import io.parley.core.Rejection;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.call.ServerMethod;
import io.parley.gateway.call.Views;
import io.parley.protocol.method.Call;
import io.parley.protocol.request.FormRequest;
import io.parley.protocol.response.ServerAnswers;
import io.parley.runtime.Placement;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Get Form: a group's survey before or after chats. A group that has none counts as having it
/// switched off.
public final class FormMethod implements ServerMethod {
  private final LicenseContents contents;
  private final Views views;
  private final Placement placement;

  /// @param placement where a license is asked for its picture that `views` does not know yet
  public FormMethod(LicenseContents contents, Views views, Placement placement) {
    this.contents = contents;
    this.views = views;
    this.placement = placement;
  }

  @Override
  public Answered answer(Request request, Call call) {
    FormRequest wanted = FormRequest.of(request.payload());
    LicenseId licenseId = request.grant().licenseId();
    var next = new CompletableFuture<Supplier<Answered>>();
    views.use(
        placement,
        licenseId,
        view -> next.complete(() -> form(wanted, licenseId, view)),
        failure -> next.complete(() -> failure));
    return next.join().get();
  }

  private Answered form(FormRequest wanted, LicenseId licenseId, LicenseView view) {
    if (!view.groups().containsKey(wanted.groupId())) {
      return Answered.failure(new Rejection.NoSuchGroup(wanted.groupId()));
    }
    String type = wanted.survey().name().toLowerCase(Locale.ROOT);
    var form =
        contents
            .form(licenseId, type, wanted.groupId())
            .join()
            .map(item -> ContentDecoder.form(item, view.groups().values()));
    return new Answered.Success(ServerAnswers.form(form.orElse(null)));
  }
}
