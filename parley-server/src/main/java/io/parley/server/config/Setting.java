package io.parley.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a setting is for.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /// What it means: a sentence without a full stop, or a few.
  String value();

  /// How its value is called in a synopsis.
  String label() default "";

  /// The smallest number that it takes.
  int min() default 0;

  /// The largest number that it takes.
  int max() default Integer.MAX_VALUE;

  /// The texts that it takes; none: any.
  String[] oneOf() default {};
}
