package org.parley.node.directory;

import java.time.InstantSource;
import org.parley.core.people.Permissions;
import org.parley.duties.contacts.KeepContacts;
import org.parley.node.exchange.Exchanging;
import org.parley.store.SqlBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what the pages of the directory need.
@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

  @Bean
  KeepContacts keepContacts(SqlBooks books, InstantSource clock) {
    return new KeepContacts(books, clock);
  }

  @Bean
  Sheets sheets(
      KeepContacts contacts, SqlBooks books, Permissions permissions, Exchanging exchanging) {
    return new Sheets(contacts, new Receivers(books), permissions, books, exchanging);
  }
}
