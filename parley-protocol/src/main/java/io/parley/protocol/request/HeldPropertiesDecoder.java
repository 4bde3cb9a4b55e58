package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.property.DeleteHeldProperties;
import io.parley.core.property.GetHeldProperties;
import io.parley.core.property.PropertyHolder;
import io.parley.core.property.SetHeldProperties;
import io.parley.protocol.method.Call;
import java.util.Objects;

/// Reads the requests about properties of the license and of groups.
public final class HeldPropertiesDecoder {
  private HeldPropertiesDecoder() {}

  /// Update License Properties.
  public static Command updateLicense(ObjectNode payload, Call call) {
    return update(payload, call, PropertyHolder.OfLicense.LICENSE);
  }

  /// List License Properties.
  public static Command listLicense(ObjectNode payload, Call call) {
    return list(payload, call, PropertyHolder.OfLicense.LICENSE);
  }

  /// Delete License Properties.
  public static Command deleteLicense(ObjectNode payload, Call call) {
    return delete(payload, call, PropertyHolder.OfLicense.LICENSE);
  }

  /// Update Group Properties.
  public static Command updateGroup(ObjectNode payload, Call call) {
    return update(payload, call, group(payload));
  }

  /// List Group Properties.
  public static Command listGroup(ObjectNode payload, Call call) {
    return list(payload, call, group(payload));
  }

  /// Delete Group Properties.
  public static Command deleteGroup(ObjectNode payload, Call call) {
    return delete(payload, call, group(payload));
  }

  private static PropertyHolder group(ObjectNode payload) {
    return new PropertyHolder.OfGroup(Ids.group(Fields.of(payload), "group_id"));
  }

  private static Command update(ObjectNode payload, Call call, PropertyHolder holder) {
    return new SetHeldProperties(
        ChatDecoder.agent(call), holder, PropertyChangeDecoder.properties(Fields.of(payload)));
  }

  private static Command list(ObjectNode payload, Call call, PropertyHolder holder) {
    Fields request = Fields.of(payload);
    return new GetHeldProperties(
        ChatDecoder.agent(call),
        holder,
        Objects.requireNonNullElse(request.textOrNull("namespace_prefix", Text.LABEL), ""),
        Objects.requireNonNullElse(request.textOrNull("name_prefix", Text.LABEL), ""));
  }

  private static Command delete(ObjectNode payload, Call call, PropertyHolder holder) {
    return new DeleteHeldProperties(
        ChatDecoder.agent(call), holder, PropertyChangeDecoder.names(Fields.of(payload)));
  }
}
