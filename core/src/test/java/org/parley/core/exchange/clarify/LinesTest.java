package org.parley.core.exchange.clarify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Item;

/// The lines by which a reply names its points and a record its measures.
class LinesTest {

  @Test
  void anAnswerReadsAsItWasWritten() {
    Word given = new Word.Answered("Yes: two of them [of five]");
    Word held = new Word.Unanswered(Item.Reason.WITHHELD, "the law forbids it");
    Word bare = new Word.Unanswered(Item.Reason.NOT_KNOWN_YET, "");

    assertThat(Word.of(given.line(12))).isEqualTo(given);
    assertThat(Word.point(given.line(12))).contains(12);
    assertThat(held.line(2)).isEqualTo("2: [withheld] the law forbids it");
    assertThat(Word.of(held.line(2))).isEqualTo(held);
    assertThat(Word.of(bare.line(3))).isEqualTo(bare);
  }

  @Test
  void aLineWithoutNumberOrWithBracketsOfItsOwnIsText() {
    assertThat(Word.point("At 12:30 we saw it")).isEmpty();
    assertThat(Word.of("At 12:30 we saw it")).isEqualTo(new Word.Answered("At 12:30 we saw it"));
    assertThat(Word.of("1: [sic] as written")).isEqualTo(new Word.Answered("[sic] as written"));
  }

  @Test
  void aMeasureSaysWhatWhoAndByWhenAsFarAsItSays() {
    Measure whole = new Measure("Look again", "XA/policy, XB/policy", "2026-11-30T12:00:00Z");

    assertThat(Measure.parse(whole.line())).isEqualTo(whole);
    assertThat(whole.moment()).contains(Instant.parse("2026-11-30T12:00:00Z"));
    assertThat(Measure.parse("Look again")).isEqualTo(new Measure("Look again", "", ""));
    assertThat(new Measure("Look again", "", "").line()).isEqualTo("Look again");
    assertThat(Measure.parse("Look again |  | soon").moment()).isEmpty();
  }
}
