package org.parley.node.provider;

import java.time.InstantSource;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.Lodge;
import org.parley.node.people.Links;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts sign-in by a provider together; without one its ways in do not exist.
@Configuration(proxyBeanMethods = false)
class ProviderWiring {

  @Bean
  Counter counter(Lodge lodge, Links links, Settings settings, InstantSource clock) {
    return new Counter(
        settings
            .entrance()
            .provider()
            .map(provider ->
                new Counter.Desk(provider, new Vouching(provider, settings.exercise(), clock))),
        new Errands(lodge, settings.door()),
        links,
        lodge);
  }
}
