package org.parley.node.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;

/// One request, as pages see it: who looks, in which language, from where.
///
/// @param shelf the library in the visitor's language
/// @param site what the node is
/// @param viewer who looks, where somebody is signed in
/// @param here the path and query of the page, to come back to after a change of language
/// @param csrf what forms must carry
/// @param part whether only a part of the page was asked for, to be put into the page that is there
/// @param now when the request came
public record Visit(
    Shelf shelf,
    Site site,
    Optional<Viewer> viewer,
    String here,
    Csrf csrf,
    boolean part,
    Instant now) {

  /// The authority that runs the node, in its own words; one that an exercise has made up, in the
  /// reader's language.
  public Optional<String> authority() {
    return site.establishment()
        .map(each -> {
          boolean madeUp =
              site.exercise() && each.authority().equals("CSIRT of " + each.state().code());
          return madeUp
              ? words().say("page.authority.exercise", shelf.states().bare(each.state()))
              : each.authority();
        });
  }

  /// When something was taken from the node to be printed or kept, and for whom.
  public String taken() {
    Times times = times();
    String local = times.local(now);
    String moment = local.isEmpty() ? times.utc(now) : times.utc(now) + " (" + local + ")";
    return words().say("page.taken", moment, viewer.map(Viewer::name).orElse("–"));
  }

  public Words words() {
    return shelf.words();
  }

  /// The language of the page as a BCP 47 tag.
  public String language() {
    return shelf.words().language();
  }

  public ZoneId zone() {
    return viewer.map(Viewer::zone).orElseGet(site::zone);
  }

  /// A moment in UTC and in the visitor's zone, side by side.
  public Times times() {
    return new Times(words(), zone());
  }
}
