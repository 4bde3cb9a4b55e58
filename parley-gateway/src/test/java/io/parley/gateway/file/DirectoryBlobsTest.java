package io.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.event.FileId;
import io.parley.core.license.LicenseId;
import io.parley.gateway.file.Blobs.Part;
import io.parley.store.file.UploadedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryBlobsTest {
  private static final UploadedFiles.Key CAT =
      new UploadedFiles.Key(new LicenseId(100), new FileId("ca7000"));
  private static final UploadedFiles.Key DOG =
      new UploadedFiles.Key(new LicenseId(100), new FileId("ca7001"));

  @TempDir private Path directory;

  private Path received(String content) throws IOException {
    return Files.writeString(directory.resolve("received"), content);
  }

  @Test
  void shouldKeepTheBytesOfEachPart() throws IOException {
    var blobs = new DirectoryBlobs(directory);

    Path received = received("cat");
    blobs.keep(CAT, Part.ORIGINAL, received);
    blobs.keep(CAT, Part.THUMBNAIL, received("c"));
    blobs.keep(DOG, Part.ORIGINAL, received("dog"));

    assertThat(received).doesNotExist();
    assertThat(blobs.find(CAT, Part.ORIGINAL).orElseThrow()).hasContent("cat");
    assertThat(blobs.find(CAT, Part.THUMBNAIL).orElseThrow()).hasContent("c");
    assertThat(blobs.find(CAT, Part.THUMBNAIL_2X)).isEmpty();
    assertThat(blobs.find(DOG, Part.ORIGINAL).orElseThrow()).hasContent("dog");
  }

  @Test
  void shouldForgetAllPartsOfAFileAndNoOther() throws IOException {
    var blobs = new DirectoryBlobs(directory);
    blobs.keep(CAT, Part.ORIGINAL, received("cat"));
    blobs.keep(CAT, Part.THUMBNAIL, received("c"));
    blobs.keep(DOG, Part.ORIGINAL, received("dog"));

    blobs.remove(CAT);
    blobs.remove(CAT);

    assertThat(blobs.find(CAT, Part.ORIGINAL)).isEmpty();
    assertThat(blobs.find(CAT, Part.THUMBNAIL)).isEmpty();
    assertThat(blobs.find(DOG, Part.ORIGINAL)).isPresent();
  }

  @Test
  void shouldThrowAwayWhatWasLeftBehindLongAgo() throws IOException {
    Instant now = Instant.parse("2026-01-05T10:00:00Z");
    var ids = new AtomicInteger();
    var incoming =
        new Incoming(
            directory.resolve("deep").resolve("incoming"),
            new io.parley.runtime.IdSource() {
              @Override
              public String nextId() {
                return "id" + ids.incrementAndGet();
              }

              @Override
              public String nextUuid() {
                return "uuid" + ids.incrementAndGet();
              }
            },
            null);
    incoming.prepare(now);
    Path old = Files.writeString(incoming.next(), "old");
    Path young = Files.writeString(incoming.next(), "young");
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
    Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofHours(2))));

    incoming.prepare(now);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }
}
