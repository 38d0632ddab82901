package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Books;

/** What all devices of a run share. */
public record Surroundings(
    Wire wire, Books books, People people, Pause pause, Ages ages, Failovers failovers) {}
