package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.ReadIncident;
import org.parley.duties.programs.ActOnce;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;
import org.parley.node.incidents.Room;
import org.parley.node.programs.ProblemDocument;
import org.parley.node.programs.ProblemDocument.RefusalException;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Does what programs ask for, each request once, and on the version of an incident that the
/// program has read.
@Component
final class Deeds {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEY = "Idempotency-Key";
  private static final String VERSION = "If-Match";

  private final Room room;

  Deeds(Room room) {
    this.room = room;
  }

  Room room() {
    return room;
  }

  /// Which incident, and who asks.
  record Asked(Realm realm, CaseId id, Actor actor) {}

  /// A deed, with the tools of the change in which it is done.
  @FunctionalInterface
  interface Doing {
    Checked<SeenCase> with(Casework work, Asked asked);
  }

  /// Reads a deed off a body; what is wrong with it is told.
  @FunctionalInterface
  interface Reading {
    Doing of(Typed body);
  }

  /// What a request asks for.
  ///
  /// @param whole all that it says, as bytes: two requests with the same are the same
  /// @param doing the deed, where it can be read; what is wrong with it is told
  /// @param more what the answer tells beside what every answer does
  record Said(Octets whole, Function<Issues, Optional<Doing>> doing, Telling more) {

    Said(Octets whole, Function<Issues, Optional<Doing>> doing) {
      this(whole, doing, (_, _) -> {});
    }
  }

  /// Tells of an incident after a deed.
  @FunctionalInterface
  interface Telling {
    void of(Casefile state, JsonGenerator json);
  }

  /// What an answer tells beside the incident.
  private record Receipt(Telling more, Issues notes) {}

  /// A deed that opens an incident.
  ResponseEntity<byte[]> open(Visit visit, HttpServletRequest request, Reading reading) {
    Asked asked = new Asked(visit.site().realm(), new CaseId(UUID.randomUUID()), Room.actor(visit));
    Octets body = Body.of(request);
    return done(
        request, asked, Optional.empty(), new Said(body, issues -> read(body, reading, issues)));
  }

  /// A deed on an incident.
  ResponseEntity<byte[]> on(Visit visit, HttpServletRequest request, CaseId id, Reading reading) {
    Octets body = Body.of(request);
    return on(visit, request, id, new Said(body, issues -> read(body, reading, issues)));
  }

  /// The same, with a body that was read elsewhere.
  ResponseEntity<byte[]> on(Visit visit, HttpServletRequest request, CaseId id, Said said) {
    @Nullable String version = request.getHeader(VERSION);
    return done(
        request,
        new Asked(visit.site().realm(), id, Room.actor(visit)),
        Optional.of(version == null ? "" : version),
        said);
  }

  private ResponseEntity<byte[]> done(
      HttpServletRequest request, Asked asked, Optional<String> version, Said said) {
    Issues issues = new Issues();
    Optional<String> key = key(request, issues);
    boolean blind = version.filter(String::isBlank).isPresent();
    if (blind) {
      issues.add(
          IssueCode.VERSION_MISSING,
          Place.of(VERSION),
          "the request does not say which version of the incident it is about",
          "read the incident, and send its ETag as If-Match");
    }
    Optional<Doing> doing = said.doing().apply(issues);
    if (issues.hasErrors() || key.isEmpty() || doing.isEmpty()) {
      HttpStatus status =
          blind ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.UNPROCESSABLE_CONTENT;
      throw new RefusalException(key.isEmpty() ? HttpStatus.BAD_REQUEST : status, errors(issues));
    }
    ActOnce.Order order =
        new ActOnce.Order(
            asked.realm(),
            asked.actor().grant().orElseThrow(AbsentException::new).token(),
            Digest.of(key.get().getBytes(StandardCharsets.UTF_8)),
            digest(request, said.whole()));
    return answer(
        asked,
        version.isEmpty(),
        new ActOnce(room.work())
            .run(order, act(asked, version, doing.get(), new Receipt(said.more(), issues))));
  }

  private static List<Issue> errors(Issues issues) {
    return issues.list().stream().filter(Issue::isError).toList();
  }

  private static Optional<String> key(HttpServletRequest request, Issues issues) {
    Optional<String> key =
        Optional.ofNullable(request.getHeader(KEY)).filter(text -> text.matches("[!-~]{1,200}"));
    if (key.isEmpty()) {
      issues.add(
          IssueCode.KEY_MISSING,
          Place.of(KEY),
          "the request has no key of 1 to 200 visible ASCII characters",
          "give each request a key of its own, such as a random UUID, and the same when you repeat"
              + " it");
    }
    return key;
  }

  private static Optional<Doing> read(Octets body, Reading reading, Issues issues) {
    Issues unreadable = new Issues();
    Optional<Tree> found = JsonBytes.tree(body, "body", JsonBytes.SIGNED, unreadable);
    unreadable.list().forEach(issues::add);
    return found.map(tree -> {
      Typed typed = new Typed(Fields.of(tree, "the request", issues), issues);
      Doing doing = reading.of(typed);
      typed.end();
      return doing;
    });
  }

  /// Two requests are the same where the same is sent to the same place.
  private static Digest digest(HttpServletRequest request, Octets body) {
    String place = request.getMethod() + " " + request.getServletPath() + "\n";
    return Octets.of(place + body.digest().hex()).digest();
  }

  private Function<Casework, Checked<Octets>> act(
      Asked asked, Optional<String> version, Doing doing, Receipt receipt) {
    return work ->
        switch (current(work, asked, version).then(_ -> doing.with(work, asked))) {
          case Checked.Refused<SeenCase>(List<Issue> issues) -> new Checked.Refused<>(issues);
          case Checked.Sound<SeenCase>(SeenCase seen, List<Issue> more) -> {
            more.forEach(receipt.notes()::add);
            yield new Checked.Sound<>(receipt(seen, receipt), List.of());
          }
        };
  }

  /// Whether the incident is still as the program has read it, asked inside the change.
  private Checked<Boolean> current(Casework work, Asked asked, Optional<String> version) {
    if (version.isEmpty()) {
      return new Checked.Sound<>(true, List.of());
    }
    return new ReadIncident(work)
        .run(asked.realm(), asked.id(), asked.actor())
        .then(read -> {
          Version now = Version.of(read.seen(), room.facts());
          return now.isIn(version.get())
              ? new Checked.Sound<>(true, List.of())
              : new Checked.Refused<>(
                  List.of(
                      new Issue(
                          IssueCode.CHANGED_MEANWHILE,
                          Place.of(VERSION),
                          "the incident has changed since it was read",
                          Optional.of("read it again, and ask with its ETag"))));
        });
  }

  /// What is told of a deed that was done; kept, and told again when it is asked for again.
  private Octets receipt(SeenCase seen, Receipt receipt) {
    List<Map<String, Object>> told = new ArrayList<>();
    receipt.notes().list().forEach(note -> told.add(ProblemDocument.problem(note)));
    return JsonBytes.write(json -> {
      json.writeStringProperty("incident", seen.what().id().toString());
      json.writeStringProperty("number", seen.what().head().number().toString());
      json.writeStringProperty("stage", seen.what().stage().word());
      json.writeNumberProperty("revision", seen.what().facts().revisions().size());
      json.writeStringProperty("version", Version.of(seen, room.facts()).name());
      receipt.more().of(seen.what(), json);
      json.writeName("notes");
      json.writeRawValue(JSON.writeValueAsString(told));
    });
  }

  private static ResponseEntity<byte[]> answer(Asked asked, boolean opened, Checked<Octets> done) {
    return switch (done) {
      case Checked.Refused<Octets>(List<Issue> issues) -> refused(asked, issues);
      case Checked.Sound<Octets>(Octets receipt, _) -> {
        JsonNode told = JSON.readTree(receipt.toArray());
        String tag = "\"" + told.get("version").asString() + "\"";
        URI place = URI.create(IncidentsDoor.ALL + "/" + told.get("incident").asString());
        ResponseEntity.BodyBuilder answer =
            opened ? ResponseEntity.created(place) : ResponseEntity.ok().location(place);
        yield answer.eTag(tag).contentType(MediaType.APPLICATION_JSON).body(receipt.toArray());
      }
    };
  }

  /// An incident that is not there, or not for this reader, is absent as on pages.
  private static ResponseEntity<byte[]> refused(Asked asked, List<Issue> issues) {
    boolean absent =
        issues.stream()
            .anyMatch(issue ->
                issue.code() == IssueCode.INCIDENT_UNKNOWN
                    && issue.place().document().endsWith(asked.id().toString()));
    if (absent) {
      throw new AbsentException();
    }
    boolean changed =
        issues.stream().anyMatch(issue -> issue.code() == IssueCode.CHANGED_MEANWHILE);
    return ProblemDocument.of(
        changed ? HttpStatus.PRECONDITION_FAILED : HttpStatus.UNPROCESSABLE_CONTENT,
        issues.stream().filter(Issue::isError).toList());
  }
}
