package org.parley.node.people;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Octets;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.ChooseSecrets;
import org.parley.duties.people.InvitePerson;
import org.parley.duties.people.KeepAccounts;
import org.parley.duties.people.KeepSession;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.LinkIdentity;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.SetUpNode;
import org.parley.duties.people.SignIn;
import org.parley.duties.port.Chance;
import org.parley.node.web.Shelves;
import org.parley.node.web.Tour;
import org.parley.store.people.SqlPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the duties about people together.
@Configuration(proxyBeanMethods = false)
class PeopleWiring {

  @Bean(destroyMethod = "close")
  SqlPeople people(Settings settings) {
    return SqlPeople.open(settings.storage().people(), settings.realm());
  }

  @Bean
  Chance chance() {
    SecureRandom random = new SecureRandom();
    return bytes -> {
      byte[] drawn = new byte[bytes];
      random.nextBytes(drawn);
      return Octets.of(drawn);
    };
  }

  @Bean
  Lodge lodge(SqlPeople people, Chance chance, InstantSource clock, Settings settings) {
    return new Lodge(people, chance, new Argon2Hashing(), clock, settings.realm());
  }

  @Bean
  EstablishedSite sites(Lodge lodge, Shelves shelves, Settings settings, Tour tour) {
    return new EstablishedSite(lodge.people(), shelves, settings, tour);
  }

  @Bean
  SetUpNode setUpNode(Lodge lodge) {
    return new SetUpNode(lodge);
  }

  @Bean
  InvitePerson invitePerson(Lodge lodge) {
    return new InvitePerson(lodge);
  }

  @Bean
  ChooseSecrets chooseSecrets(Lodge lodge) {
    return new ChooseSecrets(lodge);
  }

  @Bean
  SignIn signIn(Lodge lodge) {
    return new SignIn(lodge);
  }

  @Bean
  KeepSession keepSession(Lodge lodge, Settings settings) {
    return new KeepSession(lodge, settings.sessionIdle());
  }

  @Bean
  KeepAccounts keepAccounts(Lodge lodge) {
    return new KeepAccounts(lodge);
  }

  @Bean
  LinkIdentity linkIdentity(Lodge lodge) {
    return new LinkIdentity(lodge);
  }

  @Bean
  OpenDoors openDoors(Lodge lodge) {
    return new OpenDoors(lodge);
  }

  @Bean
  SessionCookie sessionCookie(Settings settings) {
    return new SessionCookie(settings.door());
  }

  @Bean
  KeepTokens keepTokens(Lodge lodge, Permissions permissions) {
    return new KeepTokens(lodge, permissions);
  }

  @Bean
  SignedInViewers viewers(
      SessionCookie cookie, KeepSession sessions, KeepTokens tokens, Settings settings) {
    return new SignedInViewers(cookie, sessions, tokens, settings.zone());
  }
}
