package org.polypath.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A scenario that the reference cannot play, because it does not do such a thing. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
    named = "lab.subject",
    matches = "reference",
    disabledReason = "the reference does not do this")
public @interface OnlyPolypath {}
