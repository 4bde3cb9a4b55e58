package io.parley.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.protocol.Api;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractsTest {

  private static Stream<Method> methods(Api api) {
    return new Catalogue().methods().stream().filter(method -> method.api() == api);
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayWhatEachMethodPromises(Api api) {
    assertThat(methods(api).filter(method -> method.contract() == null).map(Method::name))
        .as("methods without a contract: CONTRIBUTING.md says how to declare one")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldPromiseNothingForMethodsThatThereAreNot(Api api) {
    assertThat(methods(api).map(Method::name)).containsAll(Contracts.of(api).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveEachStructureANameOfItsOwn(Api api) {
    Map<String, Shape> structures = new HashMap<>();
    Stream<Shape> shapes =
        Stream.concat(
            Contracts.of(api).values().stream()
                .flatMap(contract -> Stream.of(contract.request(), contract.answer())),
            Pushes.pushes().stream().filter(push -> push.api() == api).map(Push::payload));

    shapes.forEach(shape -> collect(shape, structures));

    assertThat(structures).doesNotContainKey("");
  }

  private static void collect(Shape shape, Map<String, Shape> structures) {
    switch (shape) {
      case Shape.OfObject object -> {
        name(object.name(), object, structures);
        object.members().forEach(member -> collect(member.shape(), structures));
      }
      case Shape.OneOf one -> {
        name(one.name(), one, structures);
        one.shapes().forEach(each -> collect(each, structures));
      }
      case Shape.OfList list -> collect(list.element(), structures);
      case Shape.OfMap map -> collect(map.value(), structures);
      case Shape.OfText _,
          Shape.OfInteger _,
          Shape.OfFlag _,
          Shape.OfAnything _,
          Shape.OfFile _ -> {}
    }
  }

  private static void name(String name, Shape shape, Map<String, Shape> structures) {
    if (!name.isEmpty()) {
      Shape before = structures.putIfAbsent(name, shape);
      assertThat(before == null || before.equals(shape))
          .as("two structures are called %s", name)
          .isTrue();
    }
  }

  @Test
  void shouldMakeExamplesOfTheShapesThatTheyAreMadeOf() {
    for (Api api : Api.values()) {
      new TreeMap<>(Contracts.of(api))
          .forEach(
              (_, contract) -> {
                for (Shape shape : List.of(contract.request(), contract.answer())) {
                  for (Sample size : Sample.values()) {
                    Schemas.assertShape(size.of(shape), shape);
                  }
                }
              });
    }
    for (Push push : Pushes.pushes()) {
      Schemas.assertShape(Sample.FULL.of(push.payload()), push.payload());
    }
    for (WebhookBody webhook : WebhookBodies.bodies()) {
      Schemas.assertShape(Sample.FULL.of(webhook.shape()), webhook.shape());
    }
  }
}
