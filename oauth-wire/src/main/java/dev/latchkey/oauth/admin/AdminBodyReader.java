package dev.latchkey.oauth.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an {@link AdminBody}. A misspelt field is refused, where the framework's own reader would
 * drop it in silence and change something else than was meant.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class AdminBodyReader implements MessageBodyReader<AdminBody> {

  private final ObjectMapper json;

  AdminBodyReader(ObjectMapper json) {
    this.json =
        json.copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    takeOnly(LogicalType.Boolean, CoercionInputShape.Boolean);
    takeOnly(LogicalType.Integer, CoercionInputShape.Integer);
    takeOnly(LogicalType.Textual, CoercionInputShape.String, CoercionInputShape.EmptyString);
  }

  /** A 0 is not false, and a "5" not 5: somebody meant something else. */
  private void takeOnly(LogicalType type, CoercionInputShape... meant) {
    var scalars =
        EnumSet.of(
            CoercionInputShape.Boolean,
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);
    scalars.removeAll(Set.of(meant));
    scalars.forEach(other -> json.coercionConfigFor(type).setCoercion(other, CoercionAction.Fail));
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return AdminBody.class.isAssignableFrom(type);
  }

  @Override
  public AdminBody readFrom(
      Class<AdminBody> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(AdminBodyLimit.BYTES + 1);
    if (bytes.length > AdminBodyLimit.BYTES) {
      throw new ProblemException(413, "The request is too large");
    }
    try {
      AdminBody read = json.readValue(bytes, type);
      if (read == null) {
        throw new ProblemException(400, "The body is empty");
      }
      return read;
    } catch (JacksonException e) {
      // Without the cause, which quotes the body.
      throw new ProblemException(400, sentence(e));
    }
  }

  private static String sentence(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> "The field " + field(unknown) + " is not known";
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          "The field " + field(mapping) + " cannot be read";
      default -> "The body is not the JSON object that belongs here";
    };
  }

  private static String field(JsonMappingException e) {
    return e.getPath().stream()
        .map(Reference::getFieldName)
        .map(name -> name == null ? "[]" : name)
        .collect(Collectors.joining("."));
  }
}
