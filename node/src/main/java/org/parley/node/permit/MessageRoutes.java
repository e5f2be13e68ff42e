package org.parley.node.permit;

import static org.parley.node.permit.Routes.may;
import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to messages and to the exchange. Whether to this conversation, the
/// operation asks when it has found how it stands to the reader's office.
final class MessageRoutes {

  private static final String ONE = "/messages/{id}";
  private static final String DRAFT = "/drafts/{id}";

  static final List<Route> TABLE =
      List.of(
          onThing("GET", "/messages", Action.LIST_MESSAGES),
          onThing("GET", ONE, Action.READ_MESSAGE),
          onThing("GET", ONE + "/files/{statement}/{file}", Action.READ_MESSAGE),
          onThing("POST", ONE + "/open", Action.OPEN_MESSAGE),
          onThing("POST", ONE + "/acknowledge", Action.ACKNOWLEDGE_MESSAGE),
          onThing("POST", ONE + "/decline", Action.DECLINE_MESSAGE),
          onThing("POST", ONE + "/pass-on", Action.PASS_ON_MESSAGE),
          onThing("POST", ONE + "/remind", Action.ASK_AGAIN),
          onThing("POST", ONE + "/turn-to", Action.ASK_AGAIN),
          onThing("GET", ONE + "/reply", Action.TAKE_DOWN_REPLY),
          onThing("POST", ONE + "/reply", Action.TAKE_DOWN_REPLY),
          onThing("GET", ONE + "/reply/{statement}/{mail}", Action.READ_MESSAGE),
          onThing("POST", ONE + "/clear", Action.CLEAR_MESSAGE),
          onThing("POST", ONE + "/give-up", Action.CLEAR_MESSAGE),

          // Notes verbales
          onThing("GET", ONE + "/note", Action.READ_MESSAGE),
          onThing("POST", ONE + "/note", Action.WRITE_MESSAGE),
          onThing("GET", ONE + "/note.docx", Action.READ_MESSAGE),
          onThing("GET", ONE + "/note.pdf", Action.READ_MESSAGE),

          // What a policy office reads on two pages
          onThing("GET", ONE + "/brief", Action.READ_BRIEF),
          onThing("GET", ONE + "/brief.docx", Action.READ_BRIEF),
          onThing("GET", "/incidents/{id}/brief", Action.READ_BRIEF),
          onThing("GET", "/incidents/{id}/brief.docx", Action.READ_BRIEF),

          // Writing
          may("GET", "/drafts/new", Action.WRITE_MESSAGE),
          may("POST", "/drafts/new", Action.WRITE_MESSAGE),
          onThing("GET", DRAFT, Action.WRITE_MESSAGE),
          onThing("POST", DRAFT, Action.WRITE_MESSAGE),
          onThing("GET", DRAFT + "/preview", Action.WRITE_MESSAGE),
          onThing("POST", DRAFT + "/send", Action.WRITE_MESSAGE),
          onThing("POST", DRAFT + "/discard", Action.WRITE_MESSAGE),
          onThing("POST", DRAFT + "/pointer", Action.WRITE_MESSAGE),

          // The node's part in the exchange
          may("GET", "/exchange", Action.KEEP_EXCHANGE),
          may("POST", "/exchange/join", Action.KEEP_EXCHANGE),
          may("GET", "/exchange/card", Action.KEEP_EXCHANGE),
          may("POST", "/exchange/renew", Action.KEEP_EXCHANGE),
          may("POST", "/exchange/counterparts", Action.KEEP_EXCHANGE));

  private MessageRoutes() {}
}
