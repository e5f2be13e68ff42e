package org.parley.node.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Passkey;
import org.parley.core.terms.Octets;
import org.parley.duties.people.Lodge;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// The passkeys of the register, in the form in which they are checked.
final class Keys implements UserCredentialRepository {

  private final Lodge lodge;

  Keys(Lodge lodge) {
    this.lodge = lodge;
  }

  @Override
  public void save(CredentialRecord record) {
    UUID account = Owners.account(record.getUserEntityUserId()).orElseThrow();
    Octets id = Octets.of(record.getCredentialId().getBytes());
    Instant now = lodge.now();
    lodge
        .people()
        .change(register -> {
          Optional<Passkey> before = register.passkey(id);
          before.ifPresentOrElse(
              key -> register.keep(key.used(record.getSignatureCount(), now)),
              () -> {
                register.keep(passkey(record, id, account, now));
                register.note(new AccountDeed(now, Optional.of(account), "added-passkey", account));
              });
          return true;
        });
  }

  private static Passkey passkey(CredentialRecord record, Octets id, UUID account, Instant now) {
    Bytes registration = record.getAttestationObject();
    if (registration == null) {
      throw new IllegalStateException("a key that is registered says how");
    }
    return new Passkey(
        id,
        account,
        Octets.of(registration.getBytes()),
        record.getSignatureCount(),
        record.getLabel(),
        now,
        Optional.empty());
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    Octets key = Octets.of(id.getBytes());
    return lodge
        .people()
        .<Optional<Passkey>>look(register -> register.passkey(key))
        .map(Keys::record)
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes owner) {
    List<Passkey> keys =
        Owners.account(owner)
            .<List<Passkey>>map(id -> lodge.people().look(register -> register.passkeys(id)))
            .orElse(List.of());
    return keys.stream().map(Keys::record).toList();
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("owners take their keys away, nobody else");
  }

  private static CredentialRecord record(Passkey key) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(key.id().toArray()))
        .userEntityUserId(Owners.bytes(key.account()))
        // The public key stands inside the registration, which is what the check reads.
        .publicKey(new ImmutablePublicKeyCose(new byte[0]))
        .attestationObject(new Bytes(key.registration().toArray()))
        .signatureCount(key.counter())
        .uvInitialized(true)
        .transports(Set.of())
        .backupEligible(false)
        .backupState(false)
        .label(key.label())
        .created(key.made())
        .lastUsed(key.used().orElse(key.made()))
        .build();
  }
}
