package org.parley.duties.port;

import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Drafts;

/// The record, open inside one change or one look; not to be kept beyond it. Writing inside a look
/// is a defect and throws [IllegalStateException].
public interface Book {

  Documents documents();

  Histories histories();

  LogNodes log();

  Outbox outbox();

  Inbox inbox();

  Links links();

  Cases cases();

  Conversations conversations();

  Drafts drafts();

  Replies replies();
}
