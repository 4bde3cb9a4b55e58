package io.parley.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keeps the arrows between the modules, and what every module must take as an argument.
class ArchitectureTest {

  /// Who may use whom: the table of the architecture page, one line per module.
  private enum Room {
    CORE(),
    PROTOCOL(CORE),
    RUNTIME(CORE),
    STORE(CORE, RUNTIME),
    CLUSTER(RUNTIME),
    DELIVERY(CORE, PROTOCOL, RUNTIME, STORE),
    GATEWAY(CORE, PROTOCOL, RUNTIME, STORE),
    SERVER(CORE, PROTOCOL, RUNTIME, STORE, CLUSTER, DELIVERY, GATEWAY),
    WEB(),
    TESTKIT(CORE, PROTOCOL, RUNTIME, STORE, CLUSTER, DELIVERY, GATEWAY, SERVER, WEB),
    BENCH(PROTOCOL);

    private final Room[] uses;

    Room(Room... uses) {
      this.uses = uses;
    }

    String packages() {
      return "io.parley." + name().toLowerCase(Locale.ROOT) + "..";
    }

    String[] allowedPackages() {
      return Stream.concat(Stream.of(this), Arrays.stream(uses))
          .map(Room::packages)
          .toArray(String[]::new);
    }
  }

  private static final Pattern REFUSED_NAMES =
      Pattern.compile(".*(Utils?|Helper|Manager|Impl|Common|Base|Data|V2)");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis");

  private static final Set<String> CHANCE =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  /// Without a seed, their constructors take one from the air; with a seed they can be replayed.
  private static final Set<String> GENERATORS =
      Set.of("java.util.Random", "java.util.SplittableRandom");

  private static JavaClasses parley;

  @BeforeAll
  static void readAllModules() {
    parley =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.parley");
  }

  @ParameterizedTest
  @EnumSource
  void shouldSeeTheClassesOfEveryModule(Room module) {
    assertThat(parley.that(resideInAPackage(module.packages()))).isNotEmpty();
  }

  @Test
  void shouldKnowTheModuleOfEveryClass() {
    var known = Arrays.stream(Room.values()).map(Room::packages).toArray(String[]::new);

    classes().should().resideInAnyPackage(known).check(parley);
  }

  @ParameterizedTest
  @EnumSource
  void shouldUseOnlyTheModulesThatTheTableAllows(Room module) {
    classes()
        .that()
        .resideInAPackage(module.packages())
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.parley.."))
                .or(JavaClass.Predicates.resideInAnyPackage(module.allowedPackages())))
        .check(parley);
  }

  @Test
  void shouldBuildTheCoreOnJavaBaseAlone() {
    var javaBase = Object.class.getModule().getPackages();

    classes()
        .that()
        .resideInAPackage(Room.CORE.packages())
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    Room.CORE.packages(), "org.jspecify.annotations")
                .or(
                    describe(
                        "are of java.base",
                        type ->
                            javaBase.contains(type.getBaseComponentType().getPackageName())
                                || type.getBaseComponentType().isPrimitive())))
        .check(parley);
  }

  @Test
  void shouldTakeTimeIdsAndChanceAsArguments() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Room.SERVER.packages(), Room.BENCH.packages())
        .should()
        .accessTargetWhere(readsAClockOrTakesAChance())
        .check(parley);
  }

  @Test
  void shouldGiveEveryClassANameThatSaysWhatItIs() {
    noClasses()
        .that(describe("have a name", type -> !type.getSimpleName().isEmpty()))
        .should()
        .haveNameMatching(REFUSED_NAMES.pattern())
        .check(parley);
  }

  private static DescribedPredicate<JavaAccess<?>> readsAClockOrTakesAChance() {
    return describe(
        "reads a clock or takes a chance",
        access -> {
          var owner = access.getTargetOwner().getName();
          var target = owner + "." + access.getTarget().getName();
          return CLOCKS.contains(target) || CHANCE.contains(target) || isUnseeded(access, owner);
        });
  }

  private static boolean isUnseeded(JavaAccess<?> access, String owner) {
    if (!access.getTarget().getName().equals("<init>")) {
      return false;
    }
    return owner.equals("java.security.SecureRandom")
        || (GENERATORS.contains(owner) && access.getTarget().getFullName().endsWith("<init>()"));
  }
}
