package org.parley.node;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.port.Register;
import org.parley.node.web.Viewer;
import org.parley.node.web.Viewers;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A real node at which a cookie says who acts, so that pages can be tried without signing in.
public final class ActingNode {

  private static final Map<String, Actor> PEOPLE =
      Map.of(
          "operator", operator(1),
          "rival", operator(2),
          "officer", officer(3, "XA/technical", Role.TECHNICAL_OFFICER),
          "diplomat", officer(4, "XA/policy", Role.POLICY_OFFICER),
          "auditor",
              new Actor(new UUID(0, 6), Set.of(Role.AUDITOR), Optional.empty(), Optional.empty()),
          "administrator",
              new Actor(
                  new UUID(0, 5), Set.of(Role.ADMINISTRATOR), Optional.empty(), Optional.empty()));

  private static ActingNode shared;

  private final ConfigurableApplicationContext context;
  private final URI address;

  private ActingNode(Settings settings, String otherwise) {
    SpringApplication application = ParleyNode.application(settings);
    application.addInitializers(made -> {
      GenericApplicationContext beans = (GenericApplicationContext) made;
      beans.registerBean(
          "actingViewers",
          Viewers.class,
          () -> request -> viewer(request, otherwise),
          definition -> definition.setPrimary(true));
    });
    context = application.run();
    context.getBean(OpenDoors.class).open().orThrow();
    context.getBean(Lodge.class).people().change(ActingNode::keepAccounts);
    address = URI.create(ParleyNode.address(context, settings));
  }

  /// Whoever acts has an account, so that the node can keep something for them.
  private static boolean keepAccounts(Register register) {
    PEOPLE.forEach((name, actor) ->
        register.keep(
            new Account(
                actor.account(),
                new Account.Naming("acting-" + name, name),
                actor.roles(),
                actor.office(),
                actor.organisation(),
                new Account.Reading("en", Optional.empty()),
                true)));
    return true;
  }

  public static synchronized ActingNode shared() {
    if (shared == null) {
      shared =
          start(Map.of(SettingKey.REALM, "exercise:trial", SettingKey.ZONE, "Europe/Vienna"), "");
    }
    return shared;
  }

  /// @param otherwise who acts where no cookie says so
  public static ActingNode start(Map<SettingKey, String> said, String otherwise) {
    try {
      Path data = Files.createTempDirectory("parley-acting");
      Map<SettingKey, String> all = new EnumMap<>(SettingKey.class);
      all.put(SettingKey.LISTEN_PORT, "0");
      all.putAll(said);
      return new ActingNode(SettingsReader.read(data, Map.of(), all).orThrow(), otherwise);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public URI address() {
    return address;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /// A browser of somebody: operator, rival, officer, diplomat, administrator.
  public TestNode.Browser browser(String who) {
    TestNode.Browser browser = new TestNode.Browser(address);
    HttpCookie cookie = new HttpCookie("acting", who);
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(address, cookie);
    return browser;
  }

  private static Optional<Viewer> viewer(HttpServletRequest request, String otherwise) {
    String who = otherwise;
    for (Cookie cookie : Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0])) {
      who = cookie.getName().equals("acting") ? cookie.getValue() : who;
    }
    String name = who;
    return Optional.ofNullable(PEOPLE.get(who))
        .map(actor -> new Viewer(actor, name, ZoneId.of("Europe/Vienna")));
  }

  private static Actor operator(int number) {
    return new Actor(
        new UUID(0, number),
        Set.of(Role.OPERATOR),
        Optional.empty(),
        Optional.of(new UUID(9, number)));
  }

  private static Actor officer(int number, String office, Role role) {
    return new Actor(new UUID(0, number), Set.of(role), OfficeId.parse(office), Optional.empty());
  }
}
