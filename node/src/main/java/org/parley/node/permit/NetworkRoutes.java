package org.parley.node.permit;

import static org.parley.node.permit.Routes.may;
import static org.parley.node.permit.Routes.onOwn;
import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to the network: markings, the sixteen measures, the directory, and what
/// waits at a relay.
final class NetworkRoutes {

  private static final String MEASURE = "/measures/{number}";

  private static final String CAMPAIGN = "/campaigns/{year}";

  private static final String STATE = "/directory/{state}";
  private static final String CONTACT = STATE + "/contacts/{contact}";

  static final List<Route> TABLE =
      List.of(
          new Route("GET", "/markings", new Access.Anyone()),
          new Route("GET", "/measures", new Access.Anyone()),
          new Route("GET", MEASURE, new Access.Anyone()),
          onOwn("POST", MEASURE, Action.SPEAK_UNDER_MEASURE),
          onOwn("POST", MEASURE + "/take-back", Action.SPEAK_UNDER_MEASURE),
          may("GET", "/network", Action.SEE_ROSTER),
          may("GET", "/network/file", Action.SEE_ROSTER),
          may("POST", "/network/charter", Action.KEEP_ROSTER),
          may("POST", "/network/charter/give-up", Action.KEEP_ROSTER),
          may("POST", "/network/registrations", Action.KEEP_ROSTER),
          may("POST", "/network/removals", Action.SIGN_ROSTER),
          may("POST", "/network/amendments", Action.SIGN_ROSTER),
          may("POST", "/network/proposals/{link}/sign", Action.SIGN_ROSTER),
          may("POST", "/network/proposals/{link}/set-aside", Action.SIGN_ROSTER),
          may("POST", "/network/take-part", Action.KEEP_EXCHANGE),
          may("POST", "/network/held/{state}/compared", Action.KEEP_EXCHANGE),
          may("POST", "/network/held/{state}/set-aside", Action.KEEP_EXCHANGE),
          may("GET", "/secretariat", Action.KEEP_ROSTER),
          may("GET", "/campaigns", Action.KEEP_ROSTER),
          may("POST", "/campaigns", Action.KEEP_ROSTER),
          may("GET", CAMPAIGN, Action.KEEP_ROSTER),
          may("GET", CAMPAIGN + "/table.csv", Action.KEEP_ROSTER),
          may("POST", CAMPAIGN + "/remind", Action.KEEP_ROSTER),
          may("POST", CAMPAIGN + "/end", Action.KEEP_ROSTER),
          may("GET", "/custody", Action.SEE_CUSTODY),
          may("GET", "/custody/{parcel}", Action.SEE_CUSTODY),
          may("GET", "/directory", Action.READ_DIRECTORY),
          may("GET", "/directory/book", Action.READ_DIRECTORY),
          may("GET", STATE, Action.READ_DIRECTORY),
          may("GET", STATE + "/sheet", Action.READ_DIRECTORY),
          may("GET", STATE + "/nomination/document", Action.READ_DIRECTORY),
          may("GET", "/directory.csv", Action.TAKE_DIRECTORY_AWAY),
          may("GET", "/directory.xlsx", Action.TAKE_DIRECTORY_AWAY),
          may("GET", "/directory.{form}.json", Action.TAKE_DIRECTORY_AWAY),
          may("GET", STATE + "/{form}.json", Action.TAKE_DIRECTORY_AWAY),
          may("GET", STATE + "/contacts.vcf", Action.TAKE_DIRECTORY_AWAY),
          may("GET", STATE + "/rfc2350.txt", Action.TAKE_DIRECTORY_AWAY),
          onThing("GET", STATE + "/import", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/import", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/import/take", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/confirm", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/publish", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/put-back", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/nomination", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/registration", Action.KEEP_DIRECTORY),
          onThing("GET", STATE + "/contacts/new", Action.KEEP_DIRECTORY),
          onThing("POST", STATE + "/contacts/new", Action.KEEP_DIRECTORY),
          onThing("GET", CONTACT, Action.KEEP_DIRECTORY),
          onThing("POST", CONTACT, Action.KEEP_DIRECTORY),
          onThing("POST", CONTACT + "/drop", Action.KEEP_DIRECTORY));

  private NetworkRoutes() {}
}
