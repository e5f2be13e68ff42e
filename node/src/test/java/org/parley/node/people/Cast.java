package org.parley.node.people;

import java.net.HttpCookie;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.SignIn;
import org.parley.node.TestNode;

/// People of a node under test, and browsers in which they are signed in.
public final class Cast {

  private final TestNode node;
  private final Lodge lodge;

  /// The node becomes that of the fictitious State XA, if it is not yet.
  public Cast(TestNode node) {
    this.node = node;
    this.lodge = node.context().getBean(Lodge.class);
    node.context().getBean(OpenDoors.class).open().orThrow();
  }

  /// An account made beside the pages, with these roles: an operator's with an organisation, others
  /// with the technical office.
  public Account account(String login, Role... roles) {
    Account account =
        new Account(
            UUID.randomUUID(),
            new Account.Naming(login + "-" + UUID.randomUUID(), "Name of " + login),
            Set.of(roles),
            Set.of(roles).contains(Role.OPERATOR)
                ? Optional.empty()
                : OfficeId.parse("XA/technical"),
            Set.of(roles).contains(Role.OPERATOR)
                ? Optional.of(UUID.randomUUID())
                : Optional.empty(),
            new Account.Reading("en", Optional.empty()),
            true);
    lodge
        .people()
        .change(register -> {
          register.keep(account);
          return true;
        });
    return account;
  }

  /// A browser in which the account is signed in.
  public TestNode.Browser browser(Account account) {
    TestNode.Browser browser = node.browser();
    SignIn.SignedIn in = node.context().getBean(SignIn.class).checked(account.id()).orThrow();
    HttpCookie cookie = new HttpCookie("session", in.token().text());
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies().getCookieStore().add(URI.create("http://127.0.0.1/"), cookie);
    return browser;
  }

  /// The account with a login, such as `csirt` of the four whom doors let in.
  public Account withLogin(String login) {
    return lodge.people().look(register -> register.withLogin(login)).orElseThrow();
  }
}
