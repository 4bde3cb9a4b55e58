package io.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.file.ByteRange.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-9, 0, 10",
    "bytes=5-, 5, 5",
    "bytes=5-99, 5, 5",
    "bytes=-3, 7, 3",
    "bytes=-99, 0, 10"
  })
  void shouldFindTheBytesThatAreWanted(String header, long first, long length) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new Wanted.Some(new ByteRange(first, length)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=6-5", "bytes=-0"})
  void shouldFindNoBytesThatTheFileDoesNotHave(String header) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new Wanted.Impossible());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"})
  void shouldGiveEverythingWhereTheHeaderSaysNothingKnown(String header) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new Wanted.Everything());
  }

  @Test
  void shouldGiveEverythingWithoutAHeader() {
    assertThat(ByteRange.of(null, 10)).isEqualTo(new Wanted.Everything());
  }

  @Test
  void shouldSayWhichBytesTheseAre() {
    assertThat(new ByteRange(2, 3).contentRange(10)).isEqualTo("bytes 2-4/10");
  }
}
