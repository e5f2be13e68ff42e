package org.parley.duties.twin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Documents;
import org.parley.duties.port.Histories;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Links;
import org.parley.duties.port.LogNodes;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.Replies;
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

  @Override
  public Replies replies() {
    return new RepliesInMemory(shelves, session);
  }

  /// What programs were answered.
  private record RepliesInMemory(Shelves shelves, Session session) implements Replies {

    @Override
    public Optional<Reply> find(Realm realm, UUID token, Digest key) {
      session.reading();
      return Optional.ofNullable(shelves.replies.get(new Shelves.Asked(realm, token, key)));
    }

    @Override
    public void keep(Reply reply) {
      session.writing();
      Shelves.Asked asked = new Shelves.Asked(reply.realm(), reply.token(), reply.key());
      if (shelves.replies.containsKey(asked)) {
        throw new IllegalStateException("there is a reply under this key");
      }
      session.put(shelves.replies, asked, reply);
    }

    @Override
    public void forgetBefore(Instant time) {
      session.writing();
      List.copyOf(shelves.replies.entrySet()).stream()
          .filter(each -> each.getValue().at().isBefore(time))
          .forEach(each -> session.remove(shelves.replies, each.getKey()));
    }
  }
}
