package io.parley.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Connections that do nothing.
public record IdleSection(List<IdleFigures> servers) implements Section {
  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String table() {
    return servers.stream().map(IdleFigures::sentence).collect(Collectors.joining());
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (var figures : servers) {
      figures.write(json);
    }
    json.writeEndArray();
  }
}
