package dev.latchkey.fleet.scenario;

/**
 * How linked devices live.
 *
 * @param speed how fast their clock runs: 60 makes an hour a minute
 * @param parallel share of refreshes that are sent twice at the same moment
 * @param repeated share of refreshes that are sent once more, as if the answer had been lost
 */
public record RefreshLife(double speed, double parallel, double repeated) {}
