package dev.latchkey.token.revoke;

import dev.latchkey.grant.ClientId;
import dev.latchkey.token.device.DeviceFilter;
import dev.latchkey.token.device.DeviceList;
import dev.latchkey.token.device.DevicePlace;
import dev.latchkey.token.device.DeviceSearch;
import dev.latchkey.token.device.DeviceSlice;
import dev.latchkey.token.device.DeviceState;
import dev.latchkey.token.revoke.UnlinkOutcome.MoreThanKnown;
import dev.latchkey.token.revoke.UnlinkOutcome.Unlinked;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Unlinks the devices that match a filter, batch by batch. Each batch is a transaction; a call that
 * fails half-way has done the batches before, and can be repeated as it was. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class FleetUnlinking {

  /** How many devices one call unlinks: some seconds, in which the administrator waits. */
  public static final int MOST = 10_000;

  private static final int SAMPLE = 10;

  private final DeviceSearch search;
  private final Unlinking unlinking;

  FleetUnlinking(DeviceSearch search, Unlinking unlinking) {
    this.search = search;
    this.unlinking = unlinking;
  }

  /** What {@link #unlink} would do now; does nothing. */
  public Uni<UnlinkPreview> preview(DeviceFilter filter) {
    return begin(filter)
        .flatMap(
            list ->
                Uni.combine()
                    .all()
                    .unis(search.count(list), search.page(list, Optional.empty(), SAMPLE))
                    .asTuple())
        .map(found -> new UnlinkPreview(found.getItem1(), found.getItem2().devices()));
  }

  /**
   * Unlinks up to {@value #MOST} devices that match; none that is linked only after this began.
   *
   * @param known how many devices the administrator expects at most; if more match, nothing is done
   */
  public Uni<UnlinkOutcome> unlink(DeviceFilter filter, long known, ClientId administrator) {
    return begin(filter)
        .flatMap(
            list ->
                search
                    .count(list)
                    .flatMap(
                        matching ->
                            matching > known
                                ? Uni.createFrom().item(new MoreThanKnown(matching))
                                : unlink(list, matching, administrator)));
  }

  private Uni<DeviceList> begin(DeviceFilter filter) {
    return search.begin(filter.in(DeviceState.LINKED), filter.fastest());
  }

  private Uni<UnlinkOutcome> unlink(DeviceList list, long matching, ClientId administrator) {
    if (matching == 0) {
      return Uni.createFrom().item(new Unlinked(0, 0, false));
    }
    return Multi.createBy()
        .repeating()
        .uni(() -> new Walk(list, administrator), Walk::batch)
        .whilst(walk -> !walk.isOver())
        .collect()
        .last()
        .map(walk -> new Unlinked(matching, walk.unlinked, walk.leftSome));
  }

  /** Through the list, until its end or until it is enough for one call. */
  private final class Walk {

    private final DeviceList list;
    private final ClientId administrator;
    private Optional<DevicePlace> after = Optional.empty();
    private int unlinked;
    private boolean leftSome;

    Walk(DeviceList list, ClientId administrator) {
      this.list = list;
      this.administrator = administrator;
    }

    Uni<Walk> batch() {
      return search
          .slice(list, after)
          .flatMap(
              slice -> {
                var ids = fewEnough(slice);
                leftSome = ids.size() < slice.matching().size();
                after = slice.end();
                return unlinking.unlinkFor(administrator, ids, list);
              })
          .map(
              done -> {
                unlinked += done;
                return this;
              });
    }

    boolean isOver() {
      return leftSome || after.isEmpty();
    }

    private List<UUID> fewEnough(DeviceSlice slice) {
      return slice.matching().stream().map(DevicePlace::id).limit(MOST - unlinked).toList();
    }
  }
}
