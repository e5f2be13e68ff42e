package org.parley.core.people;

import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;

/// Who did something: an account, and the office it acted for. Names stay with the account.
public record Hand(UUID account, Optional<OfficeId> office) {

  public static Hand of(Actor actor) {
    return new Hand(actor.account(), actor.office());
  }
}
