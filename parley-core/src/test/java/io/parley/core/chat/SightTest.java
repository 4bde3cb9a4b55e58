package io.parley.core.chat;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.user.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightTest {
  private final LicenseRun run = LicenseRun.ofAcme();
  private ChatId ofSales;

  @BeforeEach
  void startAChatWithAnnaOfSales() {
    run.loggedIn(ANNA, BERT);
    ofSales = run.starts(as(CARL), in(SALES));
  }

  @Test
  void shouldShowACustomerNobodyElsesChat() {
    assertThat(run.license.sight(as(CARL), ofSales)).isInstanceOf(Sight.Of.class);
    assertThat(run.rejection(new SendEvent(as(DORA), ofSales, text("hi"), false)))
        .isEqualTo(new Rejection.ChatForbidden(ofSales));
  }

  @Test
  void shouldShowAnAgentWhatTheTokenCovers() {
    assertThat(run.license.sight(as(BERT, Reach.ALL), ofSales)).isInstanceOf(Sight.Of.class);
    assertThat(run.license.sight(as(BERT, Reach.ACCESS), ofSales))
        .isEqualTo(new Sight.None(new Rejection.ChatForbidden(ofSales)));
    assertThat(run.license.sight(as(ANNA, Reach.ACCESS), ofSales)).isInstanceOf(Sight.Of.class);
    assertThat(run.license.sight(as(ANNA, Reach.MY), ofSales)).isInstanceOf(Sight.Of.class);
  }

  @Test
  void shouldShowByMyOnlyChatsInWhichTheAgentIsPresent() {
    run.sends(as(BERT), ofSales, text("from outside"));

    assertThat(run.chat(ofSales).memberOrNull(BERT).present()).isFalse();
    assertThat(run.license.sight(as(BERT, Reach.MY), ofSales)).isInstanceOf(Sight.None.class);
  }

  @Test
  void shouldSayThatAnUnknownChatIsNotFound() {
    var unknown = new ChatId("NOSUCHCHAT");

    assertThat(run.rejection(new CloseThread(as(ANNA), unknown)))
        .isEqualTo(new Rejection.ChatNotFound(unknown));
  }
}
