package org.parley.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final long SEED = 20261122;
  private static final Stated TWO = new Stated.Exactly(new Value.Number(2));
  private static final Stated UNKNOWN = new Stated.Unknown("nobody looked");
  private static final FactKey USERS = FactKey.of("usersAffected");

  @Test
  void sheetsKeepWhatAMapKeeps() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2000; round++) {
      Map<FactKey, List<Stated>> statements = new HashMap<>();
      int count = random.nextInt(random.nextBoolean() ? 6 : 80);
      for (int i = 0; i < count; i++) {
        statements.put(key(random), said(random));
      }
      Sheet sheet = new Sheet(statements, false);

      assertThat(sheet.keys()).as("seed %d, round %d", SEED, round).isEqualTo(statements.keySet());
      for (int i = 0; i < 100; i++) {
        FactKey asked = key(random);
        List<Stated> expected = statements.get(asked);
        assertThat(sheet.stated(asked))
            .as("seed %d, round %d, %s", SEED, round, asked)
            .isEqualTo(Optional.ofNullable(expected));
        assertThat(sheet.number(asked))
            .as("seed %d, round %d, %s", SEED, round, asked)
            .isEqualTo(
                expected == null
                    ? Sheet.UNSAID
                    : only(expected).filter(TWO::equals).isPresent() ? 2 : -1);
      }
    }
  }

  @Test
  void sheetsThatSayTheSameAreEqual() {
    Sheet one =
        new Sheet(Map.of(USERS, List.of(TWO, UNKNOWN), FactKey.of("other"), List.of(TWO)), true);
    Sheet same =
        new Sheet(Map.of(USERS, List.of(TWO, UNKNOWN)), true).with(FactKey.of("other"), TWO);

    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(same.with(FactKey.of("other"), UNKNOWN));
    assertThat(one).isNotEqualTo(one.onlyWith(one.keys()));
  }

  private static FactKey key(SplittableRandom random) {
    FactKey key = FactKey.of("fact" + random.nextInt(60));
    FactKey there = random.nextInt(3) == 0 ? key.in("EU") : key;
    return random.nextInt(3) == 0 ? there.as(Mode.POTENTIAL) : there;
  }

  private static List<Stated> said(SplittableRandom random) {
    List<Stated> said = new ArrayList<>();
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      said.add(random.nextBoolean() ? TWO : UNKNOWN);
    }
    return said;
  }

  private static Optional<Stated> only(List<Stated> said) {
    return said == null || said.size() > 1 ? Optional.empty() : Optional.of(said.getFirst());
  }

  @Test
  void anExactValueIsFoundOnlyAsWhatItIs() {
    Sheet option = saying(new Stated.Exactly(new Value.Option(3)));
    Sheet number = saying(new Stated.Exactly(new Value.Number(3)));
    Sheet options = saying(new Stated.Exactly(new Value.Options(3)));

    assertThat(List.of(option.option(USERS), number.option(USERS), options.option(USERS)))
        .containsExactly(3, -1, -1);
    assertThat(List.of(option.number(USERS), number.number(USERS), options.number(USERS)))
        .containsExactly(-1L, 3L, -1L);
    assertThat(List.of(option.options(USERS), number.options(USERS), options.options(USERS)))
        .containsExactly(-1L, -1L, 3L);
  }

  @Test
  void whatIsSaidInPartOrAgainstAnotherIsNoNumber() {
    Sheet contradicted =
        new Sheet(Map.of(USERS, List.of(TWO, new Stated.Exactly(new Value.Number(3)))), false);
    Sheet between = saying(new Stated.Between(Optional.of(new Value.Number(2)), Optional.empty()));

    assertThat(contradicted.number(USERS)).isEqualTo(-1);
    assertThat(contradicted.alone(USERS, Optional.empty())).isNull();
    assertThat(between.number(USERS)).isEqualTo(-1);
    assertThat(saying(new Stated.Exactly(new Value.Money(2, "EUR"))).number(USERS)).isEqualTo(-1);
    assertThat(new Sheet(Map.of(), false).number(USERS)).isEqualTo(Sheet.UNSAID);
    assertThat(new Sheet(Map.of(), true).number(USERS)).as("it may have a baseline").isEqualTo(-1);
  }

  @Test
  void numbersAtTheEndOfALongAreFoundOrLeftAside() {
    assertThat(number(Long.MAX_VALUE >> 2)).isEqualTo(Long.MAX_VALUE >> 2);
    assertThat(number((Long.MAX_VALUE >> 2) + 1)).isEqualTo(-1);
    assertThat(number(Long.MAX_VALUE)).isEqualTo(-1);
    assertThat(number(0)).isZero();
  }

  private static long number(long units) {
    return saying(new Stated.Exactly(new Value.Number(units))).number(USERS);
  }

  private static Sheet saying(Stated stated) {
    return new Sheet(Map.of(USERS, List.of(stated)), false);
  }

  @Test
  void namesOfOneCatalogueGiveOneKeyAndEqualNamesEqualKeys() {
    FactId name = FactId.parse("usersAffected").orElseThrow();

    assertThat(FactKey.of(name)).isSameAs(FactKey.of(name)).isEqualTo(USERS);
    assertThat(USERS.about(name)).isSameAs(FactKey.of(name));
    assertThat(USERS.in("EU").about(name)).isEqualTo(FactKey.of("usersAffected@EU"));
  }
}
