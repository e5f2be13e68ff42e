package org.parley.node.directory;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.duties.contacts.PublishSheet;
import org.parley.node.forms.Filled;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Confirms a State's sheet, and states our own State's to all nodes of the network.
@Controller
final class PublishDoor {

  private final Sheets sheets;
  private final DirectoryDoor pages;
  private final Press press;

  PublishDoor(Sheets sheets, DirectoryDoor pages, Press press) {
    this.sheets = sheets;
    this.pages = pages;
    this.press = press;
  }

  /// Our own State's is published anew with that, where the node takes part in the exchange;
  /// another State's was compared by somebody here.
  @PostMapping(DirectoryDoor.ONE + "/confirm")
  ResponseEntity<byte[]> confirm(Visit visit, @PathVariable String state) {
    Party party = kept(visit, state);
    Optional<PublishSheet> publishing = sheets.publishing(visit, party);
    if (publishing.isPresent()) {
      return said(visit, party, publishing.get(), true, "page.directory.told.attested");
    }
    Checked<?> done =
        sheets
            .contacts()
            .run(
                visit.site().realm(), party, List.of(new SheetDeed.Confirm()), Sheets.actor(visit));
    return answer(visit, party, done, "page.directory.told.confirmed");
  }

  @PostMapping(DirectoryDoor.ONE + "/publish")
  ResponseEntity<byte[]> publish(Visit visit, @PathVariable String state) {
    Party party = kept(visit, state);
    PublishSheet publishing = sheets.publishing(visit, party).orElseThrow(AbsentException::new);
    return said(visit, party, publishing, false, "page.directory.told.published");
  }

  private ResponseEntity<byte[]> said(
      Visit visit, Party state, PublishSheet publishing, boolean attests, String told) {
    Checked<?> done =
        publishing.run(visit.site().realm(), attests, Sheets.actor(visit), visit.now());
    return answer(visit, state, done, told);
  }

  private ResponseEntity<byte[]> answer(Visit visit, Party state, Checked<?> done, String told) {
    if (done instanceof Checked.Refused<?>(List<Issue> issues)) {
      Filled filled = Filled.blank(visit.words());
      filled.tell(issues);
      return pages.page(visit, sheets.view(visit, state), filled, Optional.empty());
    }
    return press.see("/directory/" + state + "?done=" + told);
  }

  private Party kept(Visit visit, String code) {
    Party state = Sheets.state(visit, code);
    if (!sheets.mayKeep(visit, state)) {
      throw new AbsentException();
    }
    return state;
  }
}
