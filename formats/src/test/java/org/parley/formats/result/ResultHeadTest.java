package org.parley.formats.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultHeadTest {

  @Test
  void typesAndPossibleGradesAreReadBackAndAllElseIsPassedOver() {
    ResultHead head =
        ResultHead.of(
            """
            {"incident":"x","source":{"sha256":"00"},"types":[{"list":"rsit","types":["ddos"],\
            "derivedFrom":{"list":"a","correspondence":"b"}},{"list":"es","types":[],\
            "othersPossible":true}],"classifications":[{"scale":"us/x","edition":"1",\
            "possible":["low","medium"],"outcome":"bounded","openQuestions":[{"facts":["a"],\
            "answers":[{"if":{"fact":"a","options":["b"]},"leaves":["low"]}]}]},\
            {"scale":"uk/y","edition":"2","possible":[]}],"notes":[{"code":"P401"}]}\
            """);

    assertThat(head.types()).isEqualTo(Map.of("rsit", List.of("ddos"), "es", List.of()));
    assertThat(head.possible())
        .isEqualTo(Map.of("us/x@1", List.of("low", "medium"), "uk/y@2", List.of()));
  }
}
