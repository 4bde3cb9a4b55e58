package io.parley.store.journal;

/// Under which epoch a license's batches of a group were made, and the number of their last change.
record Tenure(long epoch, long lastSeq) {}
