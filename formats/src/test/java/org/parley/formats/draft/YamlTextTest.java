package org.parley.formats.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.draft.DraftDeed;
import org.parley.core.draft.DraftEvent;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

class YamlTextTest {

  private static final String TEXT =
      """
      # a comment that stays
      levels: [low, "mid",   high]   # mildest first
      rule:
        any:
          - {downtime: {over: PT24H}, cite: a}   # first
          - usersShare: {atLeast: "0.25"}
        title: Имя 𝔸 уровня # after letters of two halves
      names:
        low: Low
      empty: []
      """;

  private static Tree.Mapping map(String text) {
    return (Tree.Mapping)
        Trees.read(text.getBytes(StandardCharsets.UTF_8), "t.yaml", Limits.DOCUMENT, new Issues())
            .orElseThrow();
  }

  private static Tree at(Tree tree, String... path) {
    Tree here = tree;
    for (String key : path) {
      here =
          here instanceof Tree.Sequence(var items, _)
              ? items.get(Integer.parseInt(key))
              : ((Tree.Mapping) here).find(key).orElseThrow();
    }
    return here;
  }

  @Test
  void oneValueIsChangedAndAllElseStays() {
    YamlText yaml = new YamlText(TEXT);
    yaml.replace((Tree.Text) at(map(TEXT), "rule", "any", "0", "downtime", "over"), "PT12H");
    yaml.replace((Tree.Text) at(map(TEXT), "rule", "any", "1", "usersShare", "atLeast"), "0.3");
    yaml.replace((Tree.Text) at(map(TEXT), "rule", "title"), "Другое: имя");

    assertThat(yaml.text())
        .isEqualTo(
            TEXT.replace("PT24H", "PT12H")
                .replace("\"0.25\"", "\"0.3\"")
                .replace("Имя 𝔸 уровня", "\"Другое: имя\""));
  }

  @Test
  void itemsOfAListInBracketsAreAddedAndTakenOut() {
    Tree.Sequence levels = (Tree.Sequence) at(map(TEXT), "levels");
    YamlText more = new YamlText(TEXT);
    more.addAfter(levels, 2, "worst");
    YamlText less = new YamlText(TEXT);
    less.remove(levels, 0);

    assertThat(more.text()).contains("levels: [low, \"mid\",   high, worst]   # mildest first");
    assertThat(less.text()).contains("levels: [\"mid\",   high]   # mildest first");
  }

  @Test
  void itemsOfAListOneToALineAreAddedAndTakenOut() {
    Tree.Sequence any = (Tree.Sequence) at(map(TEXT), "rule", "any");
    YamlText more = new YamlText(TEXT);
    more.addAfter(any, 0, "{new: yes}");
    YamlText less = new YamlText(TEXT);
    less.remove(any, 0);

    assertThat(more.text()).contains("cite: a}   # first\n    - {new: yes}\n    - usersShare");
    assertThat(less.text()).doesNotContain("cite: a}").contains("any:\n    - usersShare");
    assertThat(map(more.text()).entries()).hasSize(4);
  }

  @Test
  void anEntryIsAddedBehindTheLastOfItsMap() {
    YamlText yaml = new YamlText(TEXT);
    yaml.addEntry((Tree.Mapping) at(map(TEXT), "names"), "high", "High");
    yaml.addEntry(map(TEXT), "more", "{a: b}");

    assertThat(yaml.text()).contains("names:\n  low: Low\n  high: High\nempty: []\nmore: {a: b}\n");
  }

  @Test
  void aValueOverSeveralLinesIsLeftToTheText() {
    String text = "a: |\n  one\n  two\nb: x\n";
    YamlText yaml = new YamlText(text);

    assertThat(yaml.canReplace((Tree.Text) at(map(text), "a"))).isFalse();
    assertThat(yaml.canReplace((Tree.Text) at(map(text), "b"))).isTrue();
    yaml.addLines(map(text).entries().getFirst(), "c: y");
    assertThat(yaml.text()).isEqualTo("a: |\n  one\n  two\nc: y\nb: x\n");
  }

  @Test
  void everyEventOfADraftComesBackAsItWas() {
    Digest digest = Digest.of(new byte[] {1});
    for (DraftDeed deed :
        List.of(
            new DraftDeed.Begin("Шкала", Optional.of("a/b@1"), Map.of(DraftPart.SCALE, digest)),
            new DraftDeed.Begin("Blank", Optional.empty(), Map.of()),
            new DraftDeed.Save(DraftPart.labels("ru"), digest, Optional.of(digest)),
            new DraftDeed.Save(DraftPart.PLAN, digest, Optional.empty()),
            new DraftDeed.Restore(DraftPart.CASES, 7),
            new DraftDeed.Discard(),
            new DraftDeed.TakeUp(),
            new DraftDeed.Propose(LocalDate.of(2027, 1, 1)),
            new DraftDeed.GiveBack(""),
            new DraftDeed.GiveBack("why"),
            new DraftDeed.Adopt(LocalDate.of(2027, 1, 1)))) {
      DraftEvent event =
          new DraftEvent(
              new DraftId(new UUID(1, 2)),
              deed,
              new UUID(3, 4),
              OfficeId.parse("XA/technical"),
              Instant.parse("2026-11-22T12:00:00.123Z"));

      assertThat(DraftEvents.read(DraftEvents.write(event)).orThrow()).isEqualTo(event);
    }
  }
}
