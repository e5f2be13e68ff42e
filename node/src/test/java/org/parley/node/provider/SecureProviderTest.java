package org.parley.node.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.provider.Meeting.askToEnter;
import static org.parley.node.provider.Meeting.askToLink;
import static org.parley.node.provider.Meeting.onward;
import static org.parley.node.provider.Meeting.path;
import static org.parley.node.provider.Meeting.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.desk.settings.SettingKey;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// A provider by https whose certificate comes from an authority of the house.
class SecureProviderTest {

  private static final String HERE = "127.0.0.1";

  @TempDir private Path folder;

  private static TestNode node(SmallProvider provider, Map<SettingKey, String> more) {
    return TestNode.start(settings(provider, more));
  }

  private Map<SettingKey, String> trusting(Authority authority) throws Exception {
    return Map.of(SettingKey.PROVIDER_AUTHORITY_FILE, authority.file(folder).toString());
  }

  @Test
  void peopleSignInByAProviderOfAnAuthorityThatTheSettingsName() throws Exception {
    Authority house = new Authority("House of XA");
    try (SmallProvider provider = new SmallProvider(Optional.of(house.server(HERE)))) {
      TestNode node = node(provider, trusting(house));
      try {
        Cast cast = new Cast(node);
        Account auditor = cast.account("secure", Role.AUDITOR);
        TestNode.Browser linking = cast.browser(auditor);
        assertThat(linking.get(path(provider.vouch(onward(askToLink(linking)), "subject"))).body())
            .contains("<h1>Linked</h1>");

        TestNode.Browser browser = node.browser();
        String in =
            browser.get(path(provider.vouch(onward(askToEnter(browser)), "subject"))).body();

        assertThat(provider.issuer()).startsWith("https://");
        assertThat(in).contains("<h1>You are signed in</h1>");
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
      } finally {
        node.stop();
      }
    }
  }

  @Test
  void whoeverTheNamedAuthorityDidNotSignIsNotAsked() throws Exception {
    Authority house = new Authority("House of XA");
    Authority other = new Authority("House of XA");
    try (SmallProvider honest = new SmallProvider(Optional.of(house.server(HERE)));
        SmallProvider elsewhere = new SmallProvider(Optional.of(house.server("127.0.0.2")))) {
      notAsked(honest, Map.of());
      notAsked(honest, trusting(other));
      notAsked(elsewhere, trusting(house));
    }
  }

  private static void notAsked(SmallProvider provider, Map<SettingKey, String> more) {
    TestNode node = node(provider, more);
    try {
      assertThat(askToEnter(node.browser())).contains("cannot be reached just now");
      assertThat(provider.asked).isZero();
    } finally {
      node.stop();
    }
  }
}
