package dev.latchkey.token.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Seals private keys under the master key, and opens what is sealed under it or one of the others.
 * What is sealed under one name does not open under another.
 */
@ApplicationScoped
class KeyVault {

  private static final String SETTING = "latchkey.master-key";
  private static final String OTHERS = "latchkey.other-master-keys";

  private final MasterKey master;
  private final List<MasterKey> others;

  KeyVault(MasterKeyConfig config) {
    master = MasterKey.decode(SETTING, config.masterKey());
    others =
        config.otherMasterKeys().orElseGet(List::of).stream()
            .map(other -> MasterKey.decode(OTHERS, other))
            .toList();
  }

  byte[] seal(String name, byte[] plain) {
    return master.seal(name, plain);
  }

  /** Empty if none of the keys opens it. */
  Optional<byte[]> open(String name, byte[] sealed) {
    return master.open(name, sealed).or(() -> openByOthers(name, sealed));
  }

  /** The same, sealed under the master key; empty if it is already, or does not open at all. */
  Optional<byte[]> sealAgain(String name, byte[] sealed) {
    return master.open(name, sealed).isPresent()
        ? Optional.empty()
        : openByOthers(name, sealed).map(plain -> master.seal(name, plain));
  }

  private Optional<byte[]> openByOthers(String name, byte[] sealed) {
    return others.stream().flatMap(other -> other.open(name, sealed).stream()).findFirst();
  }
}
