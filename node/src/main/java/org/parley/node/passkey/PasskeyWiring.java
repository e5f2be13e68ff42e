package org.parley.node.passkey;

import org.parley.desk.settings.Settings;
import org.parley.duties.people.Lodge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the checks of passkeys together.
@Configuration(proxyBeanMethods = false)
class PasskeyWiring {

  @Bean
  Ceremonies ceremonies(Lodge lodge, Settings settings) {
    return new Ceremonies(lodge, settings);
  }
}
