package org.parley.node.registers;

import org.parley.node.web.Shelves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the work on registers together.
@Configuration(proxyBeanMethods = false)
class RegistersWiring {

  @Bean
  RegisterDesk registerDesk(Shelves shelves) {
    return new RegisterDesk(shelves.library());
  }
}
