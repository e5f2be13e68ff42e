package org.parley.node;

import org.parley.desk.Classifiers;
import org.parley.desk.settings.Settings;
import org.parley.node.web.Shelves;
import org.parley.store.SqlBooks;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// Puts the node together.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan
public class NodeWiring {

  @Bean(destroyMethod = "close")
  SqlBooks books(Settings settings) {
    return SqlBooks.open(settings.storage().books());
  }

  @Bean
  Classifiers classifiers(Shelves shelves) {
    return new Classifiers(shelves.library().catalogue());
  }
}
