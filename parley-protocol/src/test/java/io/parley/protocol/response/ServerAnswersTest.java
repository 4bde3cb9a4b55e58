package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.assertJson;

import io.parley.core.group.GroupId;
import io.parley.protocol.response.ServerAnswers.Field;
import io.parley.protocol.response.ServerAnswers.Form;
import io.parley.protocol.response.ServerAnswers.Option;
import io.parley.protocol.response.ServerAnswers.UrlDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAnswersTest {
  @Test
  void shouldAnswerAnUploadWithTheAddressOfTheFile() {
    assertJson(
        ServerAnswers.uploaded("https://acme.example/api/file/lc/att/1/2/image.png"),
        "{\"url\": \"https://acme.example/api/file/lc/att/1/2/image.png\"}");
  }

  @Test
  void shouldAnswerWithTheFieldsOfAForm() {
    var form =
        new Form(
            "156630109416307809",
            List.of(
                new Field("1", "header", "Welcome!", null, List.of()),
                new Field("2", "name", "Name:", false, List.of()),
                new Field("3", "radio", "Why?", true, List.of(new Option.Choice("0", "Support"))),
                new Field(
                    "4",
                    "group_chooser",
                    "Who?",
                    true,
                    List.of(new Option.Group(new GroupId(1), "Sales")))));

    assertJson(
        ServerAnswers.form(form),
        """
        {
          "form": {
            "id": "156630109416307809",
            "fields": [
              {"id": "1", "type": "header", "label": "Welcome!"},
              {"id": "2", "type": "name", "label": "Name:", "required": false},
              {
                "id": "3",
                "type": "radio",
                "label": "Why?",
                "required": true,
                "options": [{"id": "0", "label": "Support"}]
              },
              {
                "id": "4",
                "type": "group_chooser",
                "label": "Who?",
                "required": true,
                "options": [{"group_id": 1, "label": "Sales"}]
              }
            ]
          },
          "enabled": true
        }
        """);
  }

  @Test
  void shouldAnswerWithoutAFormWhenItIsSwitchedOff() {
    assertJson(ServerAnswers.form(null), "{\"enabled\": false}");
  }

  @Test
  void shouldAnswerWithWhatAPageSaysOfItself() {
    assertJson(
        ServerAnswers.urlDetails(
            new UrlDetails(
                "https://acme.example",
                "Acme",
                "Everything",
                "https://acme.example/a.png",
                200,
                100)),
        """
        {
          "title": "Acme",
          "description": "Everything",
          "image_url": "https://acme.example/a.png",
          "image_width": 200,
          "image_height": 100,
          "url": "https://acme.example"
        }
        """);
    assertJson(
        ServerAnswers.urlDetails(
            new UrlDetails("https://acme.example", null, null, null, null, null)),
        "{\"url\": \"https://acme.example\"}");
  }
}
