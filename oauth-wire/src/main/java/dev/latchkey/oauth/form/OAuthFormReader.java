package dev.latchkey.oauth.form;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Lets a resource method take an {@link OAuthForm}. The framework's own form decoding accepts
 * repeated parameters and invalid UTF-8 without a word.
 */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OAuthFormReader implements MessageBodyReader<OAuthForm> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == OAuthForm.class;
  }

  @Override
  public OAuthForm readFrom(
      Class<OAuthForm> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(BodyLimit.BYTES + 1);
    if (bytes.length > BodyLimit.BYTES) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    return OAuthForm.parse(bytes);
  }
}
