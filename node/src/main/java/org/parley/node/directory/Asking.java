package org.parley.node.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.campaign.Answer;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.people.Establishment;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.CampaignBook;
import org.parley.duties.contacts.SheetBook;
import org.parley.node.web.Visit;
import org.parley.store.SqlBooks;
import org.springframework.stereotype.Component;

/// What who registers asks of our State: to confirm its sheet of offices, while it has not.
@Component
public final class Asking {

  /// Who is told at home that it is asked.
  private static final Set<Role> TOLD =
      EnumSet.of(
          Role.TECHNICAL_OFFICER, Role.POLICY_OFFICER, Role.CLEARING_OFFICER, Role.ADMINISTRATOR);

  private final SqlBooks books;
  private final Sheets sheets;
  private final SheetBook said = new SheetBook();

  Asking(SqlBooks books, Sheets sheets) {
    this.books = books;
    this.sheets = sheets;
  }

  /// A request that awaits our State.
  ///
  /// @param path of our State's sheet
  /// @param past whether the proposed time has passed
  /// @param mayConfirm whether the reader may do it; else somebody of the policy or the technical
  ///   office does
  public record Asked(Campaign campaign, String path, boolean past, boolean mayConfirm) {}

  /// What is asked, for whom it concerns; empty where nothing is, or all of it is confirmed.
  public Optional<Asked> of(Visit visit) {
    Optional<Party> state = visit.site().establishment().map(Establishment::state);
    boolean told =
        visit
            .viewer()
            .filter(viewer -> viewer.actor().roles().stream().anyMatch(TOLD::contains))
            .isPresent();
    return told && state.filter(Party::isState).isPresent()
        ? of(visit, state.get())
        : Optional.empty();
  }

  private Optional<Asked> of(Visit visit, Party state) {
    Realm realm = visit.site().realm();
    return books
        .look(book ->
            new CampaignBook(book, realm)
                .running()
                .filter(campaign -> {
                  List<StatedSheet> all =
                      said.all(book, realm, state).stream().map(SheetBook.Kept::sheet).toList();
                  return !Answer.of(campaign, all).isConfirmed();
                }))
        .map(campaign ->
            new Asked(
                campaign,
                "/directory/" + state,
                campaign.isPast(visit.now()),
                sheets.mayKeep(visit, state)));
  }
}
