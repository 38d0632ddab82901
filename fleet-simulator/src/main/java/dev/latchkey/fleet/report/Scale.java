package dev.latchkey.fleet.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Where a value stands on an axis, from 0 to 1, and which values are marked. */
sealed interface Scale {

  double at(double value);

  List<Double> marks();

  /** From 0 to a round number. */
  record Linear(double top) implements Scale {

    private static final int MARKS = 5;

    static Linear to(double highest) {
      var step = step(Math.max(highest, 1e-9) / MARKS);
      return new Linear(Math.ceil(Math.max(highest, step) / step) * step);
    }

    @Override
    public double at(double value) {
      return value / top;
    }

    @Override
    public List<Double> marks() {
      var marks = new ArrayList<Double>();
      var step = step(top / MARKS);
      for (var i = 0; i * step <= top * 1.0001; i++) {
        marks.add(rounded(i * step, step));
      }
      return marks;
    }

    /** To the digits of the step: three times 0.2 are not 0.6 in binary. */
    private static double rounded(double mark, double step) {
      var digits = (int) Math.max(0, -Math.floor(Math.log10(step * 1.0001)));
      return BigDecimal.valueOf(mark).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    /** 1, 2 or 5 of some power of ten, at least as large. */
    private static double step(double wanted) {
      var power = Math.pow(10, Math.floor(Math.log10(wanted)));
      for (var factor : new double[] {1, 2, 5}) {
        if (factor * power >= wanted * 0.9999) {
          return factor * power;
        }
      }
      return 10 * power;
    }
  }

  /** Powers of ten; what is below the lowest stands at the bottom. */
  record Logarithmic(int lowest, int highest) implements Scale {

    static Logarithmic over(double from, double to) {
      var lowest = (int) Math.floor(Math.log10(Math.max(from, 1e-3)));
      var highest = (int) Math.ceil(Math.log10(Math.max(to, 1e-3)));
      return new Logarithmic(lowest, Math.max(highest, lowest + 1));
    }

    @Override
    public double at(double value) {
      var exponent = Math.log10(Math.max(value, Math.pow(10, lowest)));
      return (exponent - lowest) / (highest - lowest);
    }

    @Override
    public List<Double> marks() {
      var marks = new ArrayList<Double>();
      for (var exponent = lowest; exponent <= highest; exponent++) {
        marks.add(Math.pow(10, exponent));
      }
      return marks;
    }
  }

  /** For percentiles: each further nine is as far as the one before. */
  record Nines(double most) implements Scale {

    @Override
    public double at(double percent) {
      return Math.log10(100 / (100 - percent)) / Math.log10(100 / (100 - most));
    }

    @Override
    public List<Double> marks() {
      return List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99).stream()
          .filter(mark -> mark <= most)
          .toList();
    }
  }
}
