package dev.latchkey.local.demo;

/** What a poller needs of a server. */
interface TokenEndpoint {

  /** One poll (RFC 8628 section 3.4). A server out of reach is an answer too. */
  PollAnswer poll(String client, String deviceCode);
}
