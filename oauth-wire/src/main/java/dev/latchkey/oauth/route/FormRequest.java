package dev.latchkey.oauth.route;

import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.load.Place;
import io.vertx.core.http.HttpServerRequest;

/**
 * A form that was sent to an endpoint.
 *
 * @param place what it takes of this pod's capacity; given back when it is answered, or sooner by
 *     an endpoint that only waits from then on
 */
public record FormRequest(HttpServerRequest http, OAuthForm form, Place place) {}
