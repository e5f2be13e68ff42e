package org.parley.duties.twin;

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

record BookInMemory(Shelves shelves, Session session) implements Book {

  @Override
  public Documents documents() {
    return new DocumentsInMemory(shelves, session);
  }

  @Override
  public Histories histories() {
    return new HistoriesInMemory(shelves, session);
  }

  @Override
  public LogNodes log() {
    return new LogNodesInMemory(shelves, session);
  }

  @Override
  public Outbox outbox() {
    return new OutboxInMemory(shelves, session);
  }

  @Override
  public Inbox inbox() {
    return new InboxInMemory(shelves, session);
  }

  @Override
  public Links links() {
    return new LinksInMemory(shelves, session);
  }

  @Override
  public Cases cases() {
    return new CasesInMemory(shelves, session);
  }

  @Override
  public Conversations conversations() {
    return new ConversationsInMemory(shelves, session);
  }

  @Override
  public Drafts drafts() {
    return new DraftsInMemory(shelves, session);
  }
}
