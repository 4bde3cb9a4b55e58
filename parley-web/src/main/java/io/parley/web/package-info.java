/// The pages that people open: they are served as they are, and speak to Parley over HTTP only.
@NullMarked
package io.parley.web;

import org.jspecify.annotations.NullMarked;
