package org.parley.duties.register;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.port.Book;

/// Keeps registers while their columns are mapped, so that whoever was interrupted goes on where
/// they stopped. Nothing becomes an incident here. When a register is cancelled or wholly taken its
/// bytes are erased.
public final class KeepRegisters {

  /// The largest register, in octets.
  public static final int LARGEST = 10 << 20;

  private static final String REGISTER = "register/";
  private static final String CHOICES = "register-choices/";
  private static final int NAME_OCTETS = 16;

  private final Casework work;
  private final Realm realm;
  private final Actor actor;

  public KeepRegisters(Casework work, Realm realm, Actor actor) {
    this.work = work;
    this.realm = realm;
    this.actor = actor;
  }

  private Optional<OfficeId> office() {
    boolean may = work.permissions().allow(actor, Action.IMPORT_REGISTER, Relation.NOTHING);
    return may ? actor.office() : Optional.empty();
  }

  /// Begins to work on a register; empty where this actor may not.
  ///
  /// @param id drawn by whoever brings it
  public Optional<RegisterFile> begin(UUID id, RegisterFile.Kind kind, String name, Octets bytes) {
    return office()
        .map(office ->
            work.books()
                .change(book -> {
                  Digest document = book.documents().keep(own(id, bytes));
                  append(
                      book,
                      id,
                      "file %s %s %d %s %s"
                          .formatted(
                              kind.name(), office, work.now().toEpochMilli(), document, in(name)));
                  return read(book, id).orElseThrow();
                }));
  }

  /// Kept for this register alone, so that erasing it leaves the same bytes elsewhere.
  private static Octets own(UUID id, Octets bytes) {
    byte[] plain = bytes.toArray();
    ByteBuffer own = ByteBuffer.allocate(NAME_OCTETS + plain.length);
    own.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).put(plain);
    return Octets.of(own.array());
  }

  /// The registers that this actor's office is working on, newest first.
  public List<RegisterFile> all() {
    return office()
        .map(office ->
            work.books()
                .look(book -> {
                  List<RegisterFile> all = new ArrayList<>();
                  for (String stream : book.histories().streams(realm, REGISTER)) {
                    UUID id = UUID.fromString(stream.substring(REGISTER.length()));
                    read(book, id)
                        .filter(each -> each.source().office().equals(office))
                        .filter(each -> !each.progress().over())
                        .ifPresent(all::add);
                  }
                  all.sort(
                      Comparator.comparing((RegisterFile each) -> each.source().at()).reversed());
                  return List.copyOf(all);
                }))
        .orElse(List.of());
  }

  /// One of them, over or not.
  public Optional<RegisterFile> find(UUID id) {
    return work.books().look(book -> mine(book, id));
  }

  private Optional<RegisterFile> mine(Book book, UUID id) {
    return office()
        .flatMap(office -> read(book, id).filter(each -> each.source().office().equals(office)));
  }

  public Optional<Octets> bytes(RegisterFile register) {
    return work.books()
        .look(book -> book.documents().find(register.source().document()))
        .map(own -> {
          byte[] all = own.toArray();
          return Octets.of(Arrays.copyOfRange(all, NAME_OCTETS, all.length));
        });
  }

  /// The mapping that was written by hand.
  public Optional<Octets> mapping(RegisterFile register) {
    return register
        .mapping()
        .flatMap(digest -> work.books().look(book -> book.documents().find(digest)));
  }

  /// Keeps what was chosen, and remembers it for registers with the same columns.
  ///
  /// @param columns a digest of the names of its columns
  public Optional<RegisterFile> choose(UUID id, String choices, Digest columns) {
    return step(
        id,
        (book, register) -> {
          String stream = CHOICES + register.source().office() + "/" + columns.hex();
          book.histories()
              .append(realm, stream, book.histories().length(realm, stream), Octets.of(choices));
          return "choices " + in(choices);
        });
  }

  /// What this office chose last for columns of these names.
  public Optional<String> chosenBefore(RegisterFile register, Digest columns) {
    String stream = CHOICES + register.source().office() + "/" + columns.hex();
    return work.books().look(book -> book.histories().last(realm, stream)).map(Octets::shown);
  }

  /// Keeps a mapping that was written by hand.
  public Optional<RegisterFile> write(UUID id, Octets mapping) {
    return step(id, (book, _) -> "mapping " + book.documents().keep(mapping));
  }

  /// Notes how far it was taken; when it is over, its bytes go.
  public Optional<RegisterFile> taken(UUID id, int upTo, int saved, boolean over) {
    return step(
        id,
        (book, register) -> {
          if (over) {
            book.documents().erase(register.source().document());
          }
          return "taken %d %d %s".formatted(upTo, saved, over);
        });
  }

  public Optional<RegisterFile> cancel(UUID id) {
    return find(id)
        .flatMap(each -> taken(id, each.progress().upTo(), each.progress().saved(), true));
  }

  private Optional<RegisterFile> step(UUID id, BiFunction<Book, RegisterFile, String> what) {
    return work.books()
        .change(book ->
            mine(book, id)
                .filter(each -> !each.progress().over())
                .flatMap(each -> {
                  append(book, id, what.apply(book, each));
                  return read(book, id);
                }));
  }

  private void append(Book book, UUID id, String line) {
    String stream = REGISTER + id;
    book.histories().append(realm, stream, book.histories().length(realm, stream), Octets.of(line));
  }

  private Optional<RegisterFile> read(Book book, UUID id) {
    Optional<RegisterFile> register = Optional.empty();
    for (Octets line : book.histories().events(realm, REGISTER + id)) {
      String[] words = line.shown().split(" ");
      register =
          switch (words[0]) {
            case "file" -> Optional.of(begun(id, words));
            case "choices" ->
                register.map(each -> each.choosing(words.length > 1 ? out(words[1]) : ""));
            case "mapping" -> register.map(each -> each.mapped(new Digest(words[1])));
            default -> register.map(each -> each.at(progress(words)));
          };
    }
    return register;
  }

  private static RegisterFile begun(UUID id, String[] words) {
    return new RegisterFile(
        id,
        new RegisterFile.Source(
            RegisterFile.Kind.valueOf(words[1]),
            OfficeId.parse(words[2]).orElseThrow(),
            Instant.ofEpochMilli(Long.parseLong(words[3])),
            new Digest(words[4])),
        out(words[5]),
        "",
        Optional.empty(),
        RegisterFile.Progress.NONE);
  }

  private static RegisterFile.Progress progress(String[] words) {
    return new RegisterFile.Progress(
        Integer.parseInt(words[1]), Integer.parseInt(words[2]), Boolean.parseBoolean(words[3]));
  }

  private static String in(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String out(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
