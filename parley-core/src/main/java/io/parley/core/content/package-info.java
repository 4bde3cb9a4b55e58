/// What a license shows its customers, or wishes of them, beside chats: greetings and goals, with
/// the rules by which they apply.
///
/// None of it is part of the live state: whoever submits a command that depends on it hands it
/// over.
@NullMarked
package io.parley.core.content;

import org.jspecify.annotations.NullMarked;
