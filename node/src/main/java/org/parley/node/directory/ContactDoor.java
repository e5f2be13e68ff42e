package org.parley.node.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.SheetDecision;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.node.forms.Filled;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writes down one office of a State, or strikes it out.
@Controller
final class ContactDoor {

  private static final String NEW = DirectoryDoor.ONE + "/contacts/new";
  private static final String ONE = DirectoryDoor.ONE + "/contacts/{contact}";

  private final Sheets sheets;
  private final Press press;

  ContactDoor(Sheets sheets, Press press) {
    this.sheets = sheets;
    this.press = press;
  }

  @GetMapping(NEW)
  ResponseEntity<byte[]> blank(Visit visit, @PathVariable String state) {
    SheetView view = held(visit, state);
    Filled filled = Filled.blank(visit.words());
    Optional<StateEntry> entry = view.entry();
    filled.put("zone", entry.map(each -> each.zone().getId()).orElse("UTC"));
    filled.put("languages", entry.map(each -> String.join(", ", each.languages())).orElse(""));
    return page(view, 0, new ContactForm(filled));
  }

  @PostMapping(NEW)
  ResponseEntity<byte[]> add(
      Visit visit, @PathVariable String state, @RequestParam MultiValueMap<String, String> all) {
    SheetView view = held(visit, state);
    return put(view, 0, new ContactForm(new Filled(visit.words(), all)));
  }

  @GetMapping(ONE)
  ResponseEntity<byte[]> show(
      Visit visit, @PathVariable String state, @PathVariable String contact) {
    SheetView view = held(visit, state);
    Contact found = found(view, contact);
    return page(view, found.number(), new ContactForm(Filled.blank(visit.words())).show(found));
  }

  @PostMapping(ONE)
  ResponseEntity<byte[]> change(
      Visit visit,
      @PathVariable String state,
      @PathVariable String contact,
      @RequestParam MultiValueMap<String, String> all) {
    SheetView view = held(visit, state);
    return put(
        view, found(view, contact).number(), new ContactForm(new Filled(visit.words(), all)));
  }

  @PostMapping(ONE + "/drop")
  ResponseEntity<byte[]> drop(
      Visit visit,
      @PathVariable String state,
      @PathVariable String contact,
      @RequestParam MultiValueMap<String, String> all) {
    SheetView view = held(visit, state);
    Contact found = found(view, contact);
    Filled typed = new Filled(visit.words(), all);
    Checked<ContactSheet> result =
        run(view, new SheetDeed.Drop(found.number(), typed.text("reason")));
    if (result instanceof Checked.Refused<ContactSheet>(List<Issue> issues)) {
      ContactForm form = new ContactForm(Filled.blank(visit.words())).show(found);
      form.filled().put("reason", typed.text("reason"));
      form.filled().tell(issues);
      return page(view, found.number(), form);
    }
    return press.see(view.path() + "?done=page.directory.told.dropped");
  }

  private ResponseEntity<byte[]> put(SheetView view, int number, ContactForm form) {
    Contact contact = form.read(number == 0 ? view.sheet().nextNumber() : number);
    Optional<LocalDate> since = form.filled().day("since");
    SheetDeed.Put deed = new SheetDeed.Put(contact, since);
    List<Issue> issues =
        form.filled().problems().isEmpty()
            ? run(view, deed).issues()
            : SheetDecision.decide(
                    view.sheet(), deed, Sheets.actor(view.visit()), view.visit().now())
                .issues();
    form.filled()
        .tell(
            issues.stream()
                .filter(each -> form.filled().at(each.place().document()).isEmpty())
                .toList());
    return form.filled().problems().isEmpty()
        ? press.see(view.path() + "?done=page.directory.told.put#c" + contact.number())
        : page(view, number, form);
  }

  private Checked<ContactSheet> run(SheetView view, SheetDeed deed) {
    return sheets
        .contacts()
        .run(view.visit().site().realm(), view.state(), List.of(deed), Sheets.actor(view.visit()));
  }

  private ResponseEntity<byte[]> page(SheetView view, int number, ContactForm form) {
    Visit visit = view.visit();
    String title =
        number == 0
            ? visit.words().say("page.contact.new")
            : view.sheet().contact(number).orElseThrow().naming().brief();
    return press.page(
        visit,
        form.filled().problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "directory/contact",
        title,
        Map.of("view", view, "number", number, "form", form, "title", title));
  }

  private SheetView held(Visit visit, String code) {
    Party state = Sheets.state(visit, code);
    if (!sheets.mayKeep(visit, state)) {
      throw new AbsentException();
    }
    return sheets.view(visit, state);
  }

  private static Contact found(SheetView view, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::parseInt)
        .flatMap(view.sheet()::contact)
        .orElseThrow(AbsentException::new);
  }
}
