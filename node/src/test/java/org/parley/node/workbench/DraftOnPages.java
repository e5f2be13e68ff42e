package org.parley.node.workbench;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Realm;
import org.parley.duties.workbench.AdoptScale;
import org.parley.duties.workbench.KeepDraft;
import org.parley.node.TestNode;
import org.parley.node.web.Sites;

/// Small scales for tests of pages.
public final class DraftOnPages {

  private DraftOnPages() {}

  /// A draft that a designer began itself; for others, one that a designer of their office put
  /// before those who adopt.
  public static UUID draft(TestNode node, Account account, Account designer) {
    boolean own = account.roles().contains(Role.SCALE_DESIGNER);
    Account author = own ? account : designer;
    Actor actor =
        new Actor(author.id(), Set.of(Role.SCALE_DESIGNER), author.office(), Optional.empty());
    DraftId id = new DraftId(UUID.randomUUID());
    Realm realm = node.context().getBean(Sites.class).now().realm();
    KeepDraft keep = node.context().getBean(KeepDraft.class);
    Map<DraftPart, String> texts = Map.of(DraftPart.SCALE, scale(UUID.randomUUID()));
    keep.begin(
            realm,
            id,
            new KeepDraft.Beginning("A draft of its own", Optional.empty(), texts),
            actor)
        .orThrow();
    if (!own) {
      AdoptScale adopt = node.context().getBean(AdoptScale.class);
      adopt.propose(realm, id, LocalDate.of(2027, 1, 1), actor).orThrow();
    }
    return id.uuid();
  }

  /// A scale with two levels, of an edition that nobody else has.
  public static String scale(UUID edition) {
    return named("xa/trial", edition.toString().substring(0, 18));
  }

  static String named(String scale, String edition) {
    return """
    scale: %s          # a comment that stays
    edition: "%s"
    title: Trial scale
    issuer: State XA
    authority: draft
    unit: incident
    valid: {from: 2020-01-01}
    decidingDay: {day: awareness, zone: UTC}
    levels: [mild, grave]
    sources:
      trial: {text: a trial, certainty: interpretation}
    rule:
      ladder:
        grave: {publicSafety: life, cite: trial}
        mild: {always: yes, cite: trial}
      cite: trial
    unknowns: {policy: silent, cite: trial}
    """
        .formatted(scale, edition);
  }
}
