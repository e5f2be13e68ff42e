package org.parley.store.people;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Role;
import org.parley.core.people.Secrets;
import org.parley.core.terms.Realm;

/// A process that lets people in until it is killed: an account, what it signs in with and a deed
/// in one change, noted in a file once the change has returned; told to be careless, before.
final class PeopleKillTarget {

  static final Realm REALM = new Realm.Exercise("trial");

  private PeopleKillTarget() {}

  public static void main(String[] args) throws Exception {
    boolean careless = args[3].equals("careless");
    try (SqlPeople people = SqlPeople.open(args[0], REALM);
        FileChannel acknowledged =
            FileChannel.open(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int number = 0; ; number++) {
        String login = args[2] + "-" + number;
        ByteBuffer line = ByteBuffer.wrap((login + "\n").getBytes(StandardCharsets.US_ASCII));
        if (careless) {
          acknowledged.write(line);
        }
        write(people, login);
        if (!careless) {
          acknowledged.write(line);
        }
      }
    }
  }

  private static void write(SqlPeople people, String login) {
    Account account =
        new Account(
            UUID.randomUUID(),
            new Account.Naming(login, "Anna"),
            Set.of(Role.OPERATOR),
            Optional.empty(),
            Optional.empty(),
            new Account.Reading("en", Optional.empty()),
            true);
    people.change(register -> {
      register.keep(account);
      register.keep(account.id(), new Secrets(Optional.of(login), Optional.empty(), 0));
      register.note(new AccountDeed(Instant.EPOCH, Optional.empty(), login, account.id()));
      return true;
    });
  }
}
