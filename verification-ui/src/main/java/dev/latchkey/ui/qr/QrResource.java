package dev.latchkey.ui.qr;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.ui.limit.AddressLimits;
import dev.latchkey.ui.limit.LimitPages;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * {@code /device/qr/WDJB-MJHT.svg}, {@code .png} and {@code .txt}: the complete address of that
 * code as a QR code, for devices that cannot draw one. The path holds the code, so it is logged
 * nowhere; refusals have no body that could repeat it.
 */
@Path("/device/qr")
public class QrResource {

  /** A picture needs nothing from anywhere and runs nothing, even when opened by itself. */
  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final PublicOrigin origin;
  private final AddressLimits limits;

  QrResource(PublicOrigin origin, AddressLimits limits) {
    this.origin = origin;
    this.limits = limits;
  }

  /**
   * Draws what the file's name says.
   *
   * @param plain text without escape sequences, for a dark ground
   */
  @GET
  @Path("/{file}")
  public Uni<RestResponse<byte[]>> picture(
      @RestPath String file,
      @RestQuery @DefaultValue("false") boolean plain,
      RoutingContext routing) {
    var format = QrFormat.of(file);
    var code = format.flatMap(ending -> ShownCode.parse(ending.nameOf(file)));
    if (format.isEmpty() || code.isEmpty()) {
      return Uni.createFrom().item(RestResponse.status(404));
    }
    return limits
        .qr(routing)
        .flatMap(
            wait ->
                wait.isPresent()
                    ? Uni.createFrom().item(later(wait.get()))
                    : drawn(code.get(), format.get(), plain)
                        .invoke(() -> open(routing.response().headers())));
  }

  /** On a worker: a symbol takes a millisecond, and event loops have others to serve. */
  private Uni<RestResponse<byte[]>> drawn(ShownCode code, QrFormat format, boolean plain) {
    return Uni.createFrom()
        .item(() -> draw(QrSymbol.of(origin.resolve(code.completePath())), format, plain))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(picture -> answer(picture, format));
  }

  private static byte[] draw(QrSymbol symbol, QrFormat format, boolean plain) {
    return switch (format) {
      case SVG -> SvgPicture.draw(symbol).getBytes(UTF_8);
      case PNG -> PngPicture.draw(symbol);
      case TXT ->
          (plain ? TextPicture.plain(symbol) : TextPicture.coloured(symbol)).getBytes(UTF_8);
    };
  }

  /**
   * Pages of any origin may show it, web-based TVs above all: it holds what its address holds, so
   * it tells the page nothing that it did not say itself, and depends on no cookie. Set here, in
   * place of what every answer has; a resource's own headers would stand beside it.
   */
  private static void open(MultiMap headers) {
    headers
        .set("Content-Security-Policy", POLICY)
        .set("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static RestResponse<byte[]> answer(byte[] picture, QrFormat format) {
    return ResponseBuilder.ok(picture).header(HttpHeaders.CONTENT_TYPE, format.type()).build();
  }

  private static RestResponse<byte[]> later(Duration wait) {
    return ResponseBuilder.<byte[]>create(RestResponse.Status.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, LimitPages.seconds(wait))
        .build();
  }
}
