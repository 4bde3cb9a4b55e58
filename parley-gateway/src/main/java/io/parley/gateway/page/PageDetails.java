package io.parley.gateway.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page says of itself: by the Open Graph protocol, else as Twitter's cards, else as HTML
/// has always done it.
///
/// @param imageUrl a whole address
record PageDetails(
    @Nullable String title,
    @Nullable String description,
    @Nullable String imageUrl,
    @Nullable Integer imageWidth,
    @Nullable Integer imageHeight) {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int LARGEST_SIDE = 100_000;

  /// Nothing.
  static final PageDetails NONE = new PageDetails(null, null, null, null, null);

  /// A picture alone.
  static PageDetails ofImage(String url) {
    return new PageDetails(null, null, url, null, null);
  }

  /// Reads a page, or as much of it as there is.
  ///
  /// @param uri where the page is
  /// @param charset as the server named it; else the page itself says it
  static PageDetails of(byte[] html, @Nullable String charset, URI uri) {
    Document page;
    try {
      page = Jsoup.parse(new ByteArrayInputStream(html), known(charset), uri.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String image =
        addressOrNull(
            page,
            "meta[property=og:image:secure_url]",
            "meta[property=og:image:url]",
            "meta[property=og:image]",
            "meta[name=twitter:image]",
            "meta[name=twitter:image:src]",
            "link[rel=image_src]");
    return new PageDetails(
        shortened(
            textOrNull(page, "meta[property=og:title]", "meta[name=twitter:title]", "title"),
            LONGEST_TITLE),
        shortened(
            textOrNull(
                page,
                "meta[property=og:description]",
                "meta[name=twitter:description]",
                "meta[name=description]"),
            LONGEST_DESCRIPTION),
        image,
        image == null ? null : sideOrNull(page, "meta[property=og:image:width]"),
        image == null ? null : sideOrNull(page, "meta[property=og:image:height]"));
  }

  /// The same with an image of that size.
  PageDetails withImageSize(int width, int height) {
    return new PageDetails(title, description, imageUrl, width, height);
  }

  /// True if there is an image of an unknown size.
  boolean needsImageSize() {
    return imageUrl != null && (imageWidth == null || imageHeight == null);
  }

  private static @Nullable String known(@Nullable String charset) {
    try {
      return charset != null && Charset.isSupported(charset) ? charset : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static @Nullable String textOrNull(Document page, String... selectors) {
    for (String selector : selectors) {
      for (Element element : page.select(selector)) {
        String text =
            element.normalName().equals("title") ? element.text() : element.attr("content");
        if (!text.isBlank()) {
          return text.strip();
        }
      }
    }
    return null;
  }

  private static @Nullable String addressOrNull(Document page, String... selectors) {
    for (String selector : selectors) {
      for (Element element : page.select(selector)) {
        String attribute = element.normalName().equals("link") ? "href" : "content";
        String address = element.attr(attribute).isBlank() ? "" : element.absUrl(attribute);
        if ((address.startsWith("http://") || address.startsWith("https://"))
            && address.length() <= LONGEST_ADDRESS) {
          return address;
        }
      }
    }
    return null;
  }

  private static @Nullable Integer sideOrNull(Document page, String selector) {
    String text = textOrNull(page, selector);
    if (text == null || !text.matches("[1-9][0-9]{0,5}")) {
      return null;
    }
    int side = Integer.parseInt(text);
    return side <= LARGEST_SIDE ? side : null;
  }

  private static @Nullable String shortened(@Nullable String text, int longest) {
    if (text == null || text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
