package dev.latchkey.authz.enrolment;

/** A token that was just made: the only time that it and its secret are in one place. */
public record NewEnrolmentToken(EnrolmentToken token, EnrolmentSecret secret) {}
