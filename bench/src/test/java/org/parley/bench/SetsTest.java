package org.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.bench.hand.ByEnumeration;
import org.parley.bench.product.Editions;
import org.parley.bench.product.Sheets;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.PartlyKnown;
import org.parley.bench.sample.WeightedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.scale.Grade;

class SetsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void theSetOfGradesIsWhatEnumerationFinds(int unknown) {
    WeightedScale scale = WeightedScale.EIGHT;
    Editions made = Editions.of(scale);
    CompiledScale compiled = made.compiled();
    Sheets sheets = new Sheets(made.catalogue());
    ByEnumeration enumeration = new ByEnumeration(scale);
    PartlyKnown incidents = PartlyKnown.of(scale, unknown, Incidents.SEED, 500);
    List<Map<String, Object>> facts = incidents.facts();
    for (int i = 0; i < facts.size(); i++) {
      int levels = 0;
      for (Grade grade : compiled.possible(sheets.sheet(facts.get(i)))) {
        if (grade instanceof Grade.Level(int rank, _)) {
          levels |= 1 << rank;
        }
      }

      assertThat(levels)
          .as("%s", facts.get(i))
          .isEqualTo(enumeration.levels(incidents.codes().get(i)));
    }
  }
}
