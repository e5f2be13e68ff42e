package org.parley.store;

import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Documents;
import org.parley.duties.port.Histories;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Links;
import org.parley.duties.port.LogNodes;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlBook(JdbcClient sql, Session session) implements Book {

  @Override
  public Documents documents() {
    return new SqlDocuments(sql, session);
  }

  @Override
  public Histories histories() {
    return new SqlHistories(sql, session);
  }

  @Override
  public LogNodes log() {
    return new SqlLogNodes(sql, session);
  }

  @Override
  public Outbox outbox() {
    return new SqlOutbox(sql, session);
  }

  @Override
  public Inbox inbox() {
    return new SqlInbox(sql, session);
  }

  @Override
  public Links links() {
    return new SqlLinks(sql, session);
  }

  @Override
  public Cases cases() {
    return new SqlCases(sql, session);
  }

  @Override
  public Conversations conversations() {
    return new SqlConversations(sql, session);
  }

  @Override
  public Drafts drafts() {
    return new SqlDrafts(sql, session);
  }
}
