/**
 * The domain of Parley, pure: it reads no file, asks no clock, opens no socket and draws no random
 * number.
 *
 * <p>Compiled as a named module so that sealed types may permit types of other packages; run on the
 * class path.
 */
module org.parley.core {
  requires static org.jspecify;

  exports org.parley.core.casefile;
  exports org.parley.core.casefile.deed;
  exports org.parley.core.casefile.view;
  exports org.parley.core.check;
  exports org.parley.core.classify;
  exports org.parley.core.cover;
  exports org.parley.core.directory;
  exports org.parley.core.directory.campaign;
  exports org.parley.core.directory.contacts;
  exports org.parley.core.directory.roster;
  exports org.parley.core.directory.states;
  exports org.parley.core.draft;
  exports org.parley.core.engine;
  exports org.parley.core.engine.block;
  exports org.parley.core.engine.diagram;
  exports org.parley.core.engine.drawing;
  exports org.parley.core.engine.formula;
  exports org.parley.core.engine.line;
  exports org.parley.core.engine.pocket;
  exports org.parley.core.engine.reason;
  exports org.parley.core.engine.space;
  exports org.parley.core.exchange;
  exports org.parley.core.exchange.carriage;
  exports org.parley.core.exchange.clarify;
  exports org.parley.core.exchange.format;
  exports org.parley.core.exchange.ledger;
  exports org.parley.core.exchange.view;
  exports org.parley.core.fact;
  exports org.parley.core.handling;
  exports org.parley.core.incident;
  exports org.parley.core.issue;
  exports org.parley.core.journal;
  exports org.parley.core.outcome;
  exports org.parley.core.measure;
  exports org.parley.core.people;
  exports org.parley.core.plain;
  exports org.parley.core.response;
  exports org.parley.core.scale;
  exports org.parley.core.terms;
}
