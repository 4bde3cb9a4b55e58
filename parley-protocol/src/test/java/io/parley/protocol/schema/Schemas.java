package io.parley.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/// JSON against shapes.
public final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  /// Fails unless `json` has the shape, and no member more.
  public static void assertShape(JsonNode json, Shape shape) {
    assertThat(compiled(shape).validate(json)).as("%s", json).isEmpty();
  }

  private static Schema compiled(Shape shape) {
    var writer = new JsonSchema(JsonSchema.Strangers.REFUSED, "#/$defs/");
    ObjectNode schema = writer.of(shape);
    schema.set("$defs", writer.structures());
    return REGISTRY.getSchema(schema);
  }
}
