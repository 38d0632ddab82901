package dev.latchkey.token.keys;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of signing keys, behind the service's back. */
final class StoredKeys {

  private final RealStores stores;

  StoredKeys(RealStores stores) {
    this.stores = stores;
  }

  /** As before the very first start. */
  void forget() {
    run("delete from issued.signing_key");
  }

  /** Lets time pass for every key: its moments lie that much further back. */
  void age(String interval) {
    run(
        """
        update issued.signing_key set created_at = created_at - interval '%1$s',
          activates_at = activates_at - interval '%1$s',
          retires_at = retires_at - interval '%1$s', gone_at = gone_at - interval '%1$s'
        """
            .formatted(interval));
  }

  void run(String sql) {
    Neighbours.run(stores, sql);
  }

  List<String> kids(String where) {
    return strings("select kid from issued.signing_key where " + where + " order by activates_at");
  }

  List<String> sealed() {
    return strings("select encode(sealed_private_key, 'hex') from issued.signing_key order by kid");
  }

  private List<String> strings(String query) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
