package org.parley.node.exchange;

import org.parley.desk.settings.Settings;
import org.parley.node.web.Shelves;
import org.parley.store.SqlBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the node's part in the exchange together; it ends before the books are closed.
@Configuration(proxyBeanMethods = false)
class ExchangeWiring {

  @Bean(destroyMethod = "close")
  Exchanging exchanging(Settings settings, SqlBooks books, Shelves shelves) {
    return new Exchanging(settings, books, shelves.library().formats());
  }
}
