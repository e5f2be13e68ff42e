package org.parley.node.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.duties.people.KeepSession;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.Token;
import org.parley.node.programs.Programs;
import org.parley.node.web.Viewer;
import org.parley.node.web.Viewers;
import org.springframework.http.HttpHeaders;

/// Whoever holds a session, and for programs whoever made the token that they hold.
final class SignedInViewers implements Viewers {

  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 200;

  private final SessionCookie cookie;
  private final KeepSession sessions;
  private final KeepTokens tokens;
  private final ZoneId zone;

  SignedInViewers(SessionCookie cookie, KeepSession sessions, KeepTokens tokens, ZoneId zone) {
    this.cookie = cookie;
    this.sessions = sessions;
    this.tokens = tokens;
    this.zone = zone;
  }

  @Override
  public Optional<Viewer> of(HttpServletRequest request) {
    return Programs.ask(request)
        ? bearer(request).flatMap(token -> program(request, token))
        : cookie
            .read(request)
            .flatMap(sessions::holder)
            .map(account -> viewer(account, account.actor()));
  }

  /// The token that a program sends; in the header alone, never in an address.
  private static Optional<Token> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value ->
            value.length() < LONGEST && value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> new Token(value.substring(BEARER.length()).strip()));
  }

  private Optional<Viewer> program(HttpServletRequest request, Token token) {
    return switch (tokens.holder(token, request.getRemoteAddr())) {
      case Checked.Sound<KeepTokens.Holder>(var holder, _) ->
          Optional.of(
              viewer(holder.account(), holder.account().actor().through(holder.token().grant())));
      case Checked.Refused<KeepTokens.Holder>(List<Issue> issues) -> {
        Programs.refused(request, issues.getFirst());
        yield Optional.empty();
      }
    };
  }

  private Viewer viewer(Account account, Actor actor) {
    return new Viewer(
        actor, account.naming().name(), account.reading().zone().map(ZoneId::of).orElse(zone));
  }
}
