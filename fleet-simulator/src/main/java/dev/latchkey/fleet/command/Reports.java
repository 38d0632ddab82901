package dev.latchkey.fleet.command;

import dev.latchkey.fleet.report.About;
import dev.latchkey.fleet.report.HtmlReport;
import dev.latchkey.fleet.report.JsonReport;
import dev.latchkey.fleet.report.TextReport;
import dev.latchkey.fleet.run.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes all that was asked for. A file that cannot be written takes none of the others along. */
record Reports(OutputOptions output, About about, PrintWriter out, PrintWriter err) {

  /** Whether all of it was written. */
  boolean write(Result result) {
    out.print(TextReport.of(result));
    out.flush();
    var json = file(output.json, () -> JsonReport.of(result, about).encodePrettily() + "\n");
    var html = file(output.html, () -> HtmlReport.of(result, about));
    return json && html;
  }

  private boolean file(@Nullable Path path, Supplier<String> text) {
    if (path == null) {
      return true;
    }
    try {
      Files.writeString(path, text.get());
      err.println("  wrote " + path);
      return true;
    } catch (IOException e) {
      err.println("  could not write " + path + ": " + e);
      return false;
    }
  }
}
