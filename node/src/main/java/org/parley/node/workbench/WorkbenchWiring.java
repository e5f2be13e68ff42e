package org.parley.node.workbench;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Permissions;
import org.parley.core.scale.Heading;
import org.parley.desk.Classifiers;
import org.parley.desk.settings.Settings;
import org.parley.desk.workbench.CaseRow;
import org.parley.desk.workbench.DraftReading;
import org.parley.duties.workbench.AdoptScale;
import org.parley.duties.workbench.KeepDraft;
import org.parley.duties.workbench.Workshop;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.LayeredSource;
import org.parley.formats.library.Library;
import org.parley.node.web.Shelves;
import org.parley.store.SqlBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the workbench together.
@Configuration(proxyBeanMethods = false)
class WorkbenchWiring {

  @Bean
  Workshop workshop(SqlBooks books, Permissions permissions, InstantSource clock) {
    return new Workshop(books, permissions, clock);
  }

  @Bean
  KeepDraft keepDraft(Workshop workshop) {
    return new KeepDraft(workshop);
  }

  @Bean
  AdoptScale adoptScale(Workshop workshop, Shelves shelves, Classifiers classifiers) {
    return new AdoptScale(workshop, texts -> sound(texts, shelves, classifiers));
  }

  @Bean
  OwnShelf ownShelf(AdoptScale adopt, LayeredSource layers, Settings settings) {
    return new OwnShelf(adopt, layers, settings.realm());
  }

  /// What can be proposed has no error in any file, cases that all hold, and a name of its own.
  private static Checked<AdoptScale.Named> sound(
      SortedMap<DraftPart, String> texts, Shelves shelves, Classifiers classifiers) {
    Library library = shelves.library();
    DraftReading reading = DraftReading.of(library, texts);
    if (!reading.isSound()) {
      return refused(IssueCode.DRAFT_NOT_SOUND, "files of the draft have errors");
    }
    Heading heading = reading.edition().orElseThrow().heading();
    boolean fails =
        CaseRow.of(
                reading.voice(shelves.in("en")).orElseThrow(),
                reading.workedCases(),
                library,
                classifiers)
            .stream()
            .anyMatch(row -> !row.holds());
    if (fails) {
      return refused(IssueCode.CASE_FAILS, "a worked case gives another grade than it should");
    }
    EditionName name = new EditionName(heading.id(), heading.edition());
    return library.editions(heading.id()).contains(name)
        ? refused(
            IssueCode.EDITION_TAKEN,
            name + " is known already, and an edition never changes: give this one another name")
        : new Checked.Sound<>(new AdoptScale.Named(heading.id(), heading.edition()), List.of());
  }

  private static Checked<AdoptScale.Named> refused(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("draft"), message, Optional.empty())));
  }
}
