package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.microsoft.playwright.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters that a browser sends, in the address and in a form. */
final class Query {

  private static final String FORM = "application/x-www-form-urlencoded";

  private Query() {}

  static Map<String, List<String>> of(Request request) {
    var form = request.headers().getOrDefault("content-type", "").startsWith(FORM);
    return Stream.of(URI.create(request.url()).getRawQuery(), form ? request.postData() : null)
        .filter(text -> text != null && !text.isEmpty())
        .flatMap(text -> Stream.of(text.split("&")))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(groupingBy(pair -> pair[0], mapping(pair -> decoded(pair[1]), toList())));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, UTF_8);
  }
}
