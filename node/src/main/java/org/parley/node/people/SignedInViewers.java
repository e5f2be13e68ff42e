package org.parley.node.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.core.people.Account;
import org.parley.duties.people.KeepSession;
import org.parley.node.web.Viewer;
import org.parley.node.web.Viewers;

/// Whoever holds a session.
final class SignedInViewers implements Viewers {

  private final SessionCookie cookie;
  private final KeepSession sessions;
  private final ZoneId zone;

  SignedInViewers(SessionCookie cookie, KeepSession sessions, ZoneId zone) {
    this.cookie = cookie;
    this.sessions = sessions;
    this.zone = zone;
  }

  @Override
  public Optional<Viewer> of(HttpServletRequest request) {
    return cookie.read(request).flatMap(sessions::holder).map(this::viewer);
  }

  private Viewer viewer(Account account) {
    return new Viewer(
        account.actor(),
        account.naming().name(),
        account.reading().zone().map(ZoneId::of).orElse(zone));
  }
}
