package org.parley.node.passkey;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.core.people.Account;
import org.parley.duties.port.People;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Accounts as owners of passkeys: known by their random id, as a name and as bytes.
final class Owners implements PublicKeyCredentialUserEntityRepository {

  private static final int ID_BYTES = 16;

  private final People people;

  Owners(People people) {
    this.people = people;
  }

  static Bytes bytes(UUID account) {
    return new Bytes(
        ByteBuffer.allocate(ID_BYTES)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array());
  }

  static Optional<UUID> account(Bytes id) {
    byte[] bytes = id.getBytes();
    if (bytes.length != ID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer both = ByteBuffer.wrap(bytes);
    return Optional.of(new UUID(both.getLong(), both.getLong()));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return account(id).flatMap(this::entity).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
    return entity(UUID.fromString(account)).orElse(null);
  }

  private Optional<PublicKeyCredentialUserEntity> entity(UUID id) {
    return people
        .<Optional<Account>>look(register -> register.account(id).filter(Account::active))
        .map(account ->
            ImmutablePublicKeyCredentialUserEntity.builder()
                .id(bytes(id))
                .name(account.naming().login())
                .displayName(account.naming().name())
                .build());
  }

  @Override
  public void save(PublicKeyCredentialUserEntity owner) {
    // Accounts are made by invitation only.
    throw new IllegalStateException("a passkey makes no account");
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("a passkey takes no account away");
  }
}
