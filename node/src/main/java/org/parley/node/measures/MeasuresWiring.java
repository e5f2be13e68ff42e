package org.parley.node.measures;

import java.time.InstantSource;
import org.parley.core.measure.Measures;
import org.parley.duties.measure.SpeakUnderMeasure;
import org.parley.node.web.Shelves;
import org.parley.store.SqlBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what the pages of the measures need.
@Configuration(proxyBeanMethods = false)
class MeasuresWiring {

  @Bean
  Measures measures(Shelves shelves) {
    return shelves.library().measures().orThrow();
  }

  @Bean
  SpeakUnderMeasure speakUnderMeasure(SqlBooks books, InstantSource clock) {
    return new SpeakUnderMeasure(books, clock);
  }
}
