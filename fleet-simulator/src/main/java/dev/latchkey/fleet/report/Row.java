package dev.latchkey.fleet.report;

import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.statistics.Cell;
import dev.latchkey.fleet.statistics.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of request in one phase, as all reports show it.
 *
 * @param perSecond how many were due and left us, over the length of the phase
 */
record Row(String phase, Kind kind, Cell cell, double perSecond) {

  static List<Row> of(Result result) {
    var rows = new ArrayList<Row>();
    var phases = result.phases();
    for (var number = 0; number < phases.list().size(); number++) {
      var seconds = phases.seconds(number, result.end());
      for (var kind : Kind.values()) {
        var name = phases.list().get(number).name();
        result
            .ledger()
            .find(number, kind)
            .ifPresent(
                cell ->
                    rows.add(new Row(name, kind, cell, seconds > 0 ? cell.sent() / seconds : 0)));
      }
    }
    return rows;
  }
}
