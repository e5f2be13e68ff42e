package org.parley.formats.pocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.engine.CompiledScale;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Digest;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.scale.ScaleReader;

/// What is written to a shelf comes back as the same scale, or not at all.
class PocketShelfTest {

  private static final long SEED = Long.getLong("parley.seed", 20261122L);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final int SHEETS = 2000;

  static List<Path> scales() {
    return Shipped.scales();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void aShippedScaleOffTheShelfGradesAsTheWholeEngineAndThePlainEvaluatorDo(Path file) {
    ScaleEdition edition = edition(file);
    CompiledScale whole = CompiledScale.compile(edition, Shipped.catalogue(), DAY).orThrow();
    PlainEvaluator plain = new PlainEvaluator(edition, Shipped.catalogue(), DAY);
    PocketShelf.Origin origin = origin(edition);
    PocketScale scale =
        PocketShelf.of(PocketShelf.pack(List.of(new PocketShelf.Entry(origin, whole.pocket()))))
            .find(origin)
            .orElseThrow();
    Catalogue all = Shipped.catalogue().with(edition.vocabulary().judgements().values());
    SplittableRandom random = new SplittableRandom(SEED);
    int told = 0;
    for (int i = 0; i < SHEETS; i++) {
      Sheet sheet = sheet(edition, all, random);
      Optional<Grade> grade = scale.grade(sheet);

      assertThat(grade).as("seed %d, sheet %d", SEED, i).isEqualTo(whole.pocket().grade(sheet));
      if (grade.isPresent()) {
        told++;
        assertThat(whole.possible(sheet)).as("sheet %d", i).containsExactly(grade.get());
        assertThat(plain.trace(sheet).possible()).as("sheet %d", i).contains(grade.get());
      }
    }
    assertThat(told).as("graded of %d, seed %d", SHEETS, SEED).isPositive();
  }

  private static Sheet sheet(ScaleEdition edition, Catalogue all, SplittableRandom random) {
    Map<FactKey, List<Stated>> statements = new HashMap<>();
    int seldom = random.nextInt(12);
    for (FactKey key : FactsAsked.by(edition)) {
      Fact fact = all.find(key.fact()).orElseThrow();
      if (seldom == 0 || random.nextInt(seldom) > 0) {
        value(fact.type(), random)
            .ifPresent(value -> statements.put(key, List.of(new Stated.Exactly(value))));
      }
    }
    return new Sheet(statements, random.nextBoolean());
  }

  /// Numbers of every size; none for what no gauge reads.
  private static Optional<Value> value(FactType type, SplittableRandom random) {
    int options = type.optionNames().size();
    long most = type.capUnits();
    long number = most == 0 ? 0 : random.nextLong(most) >> random.nextInt(63);
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          Optional.of(new Value.Option(random.nextInt(options)));
      case FactType.Options _ ->
          Optional.of(new Value.Options(random.nextLong() & (1L << options) - 1));
      case FactType.Count _, FactType.Quantity _, FactType.Duration _ ->
          Optional.of(new Value.Number(number));
      case FactType.Money _ ->
          Optional.of(new Value.Money(number, random.nextInt(9) == 0 ? "CHF" : "EUR"));
      case FactType.Share _,
          FactType.Instant _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          Optional.empty();
    };
  }

  @Test
  void aScaleIsOnlyGivenToWhoNamesWhatItWasMadeFrom() {
    PocketShelf.Entry entry = entry();
    PocketShelf.Origin origin = entry.origin();
    PocketShelf shelf = PocketShelf.of(PocketShelf.pack(List.of(entry)));
    Digest other = Digest.of(new byte[] {1});

    assertThat(shelf.find(origin)).isPresent();
    assertThat(shelf.find(new PocketShelf.Origin("xx/none@1", origin.scale(), origin.catalogue())))
        .isEmpty();
    assertThat(shelf.find(new PocketShelf.Origin(origin.edition(), other, origin.catalogue())))
        .isEmpty();
    assertThat(shelf.find(new PocketShelf.Origin(origin.edition(), origin.scale(), other)))
        .isEmpty();
  }

  @Test
  void whatAnotherVersionOfTheEngineMadeIsRefused() {
    PocketShelf.Entry entry = entry();
    byte[] bytes = PocketShelf.pack(List.of(entry));
    ByteBuffer.wrap(bytes).putInt(4, PocketScale.ENGINE + 1);

    assertThat(PocketShelf.of(bytes).find(entry.origin())).isEmpty();
  }

  @Test
  void otherBytesAreNoShelf() {
    PocketShelf shelf = PocketShelf.of(new byte[64]);
    PocketShelf.Origin origin = entry().origin();

    assertThatThrownBy(() -> shelf.find(origin)).isInstanceOf(IllegalArgumentException.class);
  }

  private static PocketShelf.Entry entry() {
    ScaleEdition edition = edition(Shipped.scales().getFirst());
    CompiledScale whole = CompiledScale.compile(edition, Shipped.catalogue(), DAY).orThrow();
    return new PocketShelf.Entry(origin(edition), whole.pocket());
  }

  private static PocketShelf.Origin origin(ScaleEdition edition) {
    return new PocketShelf.Origin(
        edition.heading().quoted(), edition.digest(), Shipped.catalogue().digest());
  }

  private static ScaleEdition edition(Path file) {
    return ScaleReader.read(Shipped.parsed(file), Shipped.catalogue(), Shipped.references())
        .orThrow();
  }
}
