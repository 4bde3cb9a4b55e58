package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.core.ErrorType;
import io.parley.protocol.Api;
import io.parley.protocol.request.Text;
import java.util.Map;

/// Methods about customers, and what customers' pages ask for.
final class CustomerContracts {
  private static final int MAX_DAYS = 36_500;

  /// What can be said about a customer.
  static final Member[] DETAILS = {
    optional("name", Shape.text(Text.PERSON).like("John Doe"), "the name"),
    optional("email", ValueShapes.EMAIL_OR_EMPTY, "the e-mail address"),
    optional("avatar", ValueShapes.WEB_ADDRESS_OR_EMPTY, "the address of a picture"),
    optional("fields", UserShapes.FIELDS_GIVEN, "what the integration knows")
  };

  private static final Rule SOME_DETAIL = Rule.atLeastOne("name", "email", "avatar", "fields");
  private static final Member CUSTOMER =
      required("customer_id", ValueShapes.CUSTOMER_ID, "the customer");
  private static final Member GROUP = required("group_id", ValueShapes.GROUP_ID, "the group");
  private static final Contract UPLOAD =
      Contract.of("Takes a file of at most 10 MB, which an event can then show.")
          .takes(required("file", new Shape.OfFile(), "the file"))
          .gives(
              required(
                  "url",
                  Shape.text().like("https://example.com/api/file/lc/att/100/0123abcd/a.png"),
                  "where it is"));

  /// Of agents.
  static final Map<String, Contract> OF_AGENTS =
      Map.of(
          "create_customer",
          Contract.of("Makes a customer.")
              .takes(DETAILS)
              .gives(required("customer_id", ValueShapes.CUSTOMER_ID, "the new customer")),
          "update_customer",
          updateCustomer(),
          "ban_customer",
          Contract.of("Keeps a customer out for some days, and ends what goes on.")
              .takes(
                  CUSTOMER,
                  required(
                      "ban",
                      Shape.object(
                          required("days", Shape.integer(1, MAX_DAYS).like(3), "for how long")),
                      "the ban")),
          "upload_file",
          UPLOAD);

  /// Of customers.
  static final Map<String, Contract> OF_CUSTOMERS =
      Map.of(
          "update_customer",
          Contract.of("Says something about the customer oneself.")
              .takes(Shape.object(DETAILS).where(SOME_DETAIL))
              .gives(UserShapes.customer(Api.CUSTOMER)),
          "update_customer_page",
          Contract.of("Says which page the customer looks at.")
              .takes(
                  required(
                      "url", Shape.text(Text.ADDRESS).like("https://example.com/"), "the page"),
                  optional("title", Shape.text(Text.CONTENT).like("Lamps"), "what it is called")),
          "set_customer_fields",
          Contract.of("Sets fields of the customer.")
              .takes(required("fields", UserShapes.FIELDS_GIVEN, "all of them")),
          "get_customer",
          Contract.of("Answers the customer oneself. Not documented; an SDK calls it.")
              .gives(UserShapes.customer(Api.CUSTOMER)),
          "upload_file",
          UPLOAD.failsWith(ErrorType.LIMIT_REACHED),
          "check_goals",
          checkGoals(),
          "get_form",
          getForm(),
          "get_url_details",
          urlDetails());

  private CustomerContracts() {}

  private static Contract updateCustomer() {
    var details = Shape.object(CUSTOMER).and("", DETAILS);
    return Contract.of("Says something about a customer.")
        .takes(details.where(SOME_DETAIL))
        .gives(
            UserShapes.customer(Api.AGENT)
                .and(
                    "CustomerTwice",
                    required(
                        "customer",
                        UserShapes.customer(Api.AGENT),
                        "once more, as an SDK reads it")));
  }

  private static Contract checkGoals() {
    return Contract.of("Says where the customer is, so that goals can be found to be reached.")
        .takes(
            GROUP,
            required(
                "page_url",
                Shape.text(Text.ADDRESS).like("https://example.com/thanks"),
                "the page that the customer looks at"),
            required("customer_fields", UserShapes.FIELDS_GIVEN, "what is known of the customer"));
  }

  private static Contract getForm() {
    Shape.OfObject choice =
        Shape.object(
            required("id", Shape.text().like("0"), "the choice"),
            required("label", Shape.text().like("Yes"), "what it is called"));
    Shape.OfObject group =
        Shape.object(
            required("group_id", ValueShapes.GROUP_NUMBER, "the group"),
            required("label", Shape.text().like("Sales"), "what it is called"));
    Shape.OfObject field =
        Shape.object(
            "FormField",
            required("id", Shape.text().like("1"), "the field"),
            required("type", Shape.text().like("name"), "what is asked for"),
            required("label", Shape.text().like("Your name:"), "what it is called"),
            optional("required", Shape.flag(), "whether it must be filled in"),
            optional("options", Shape.list(Shape.oneOf(choice, group)), "what can be chosen"));
    Shape.OfObject form =
        Shape.object(
            "Form",
            required("id", Shape.text().like("156630109416307809"), "the form"),
            required("fields", Shape.list(field), "what it asks for"));
    return Contract.of("Answers an empty survey.")
        .takes(GROUP, required("type", Shape.choice("prechat", "postchat"), "which survey"))
        .gives(
            required("enabled", Shape.flag(), "whether there is one"),
            optional("form", form, "the survey"))
        .failsWith(ErrorType.GROUP_NOT_FOUND);
  }

  private static Contract urlDetails() {
    return Contract.of("Answers what a page says of itself.")
        .takes(required("url", ValueShapes.WEB_ADDRESS.like("https://example.com/"), "the page"))
        .gives(
            required("url", Shape.text().like("https://example.com/"), "the page"),
            optional("title", Shape.text().like("Lamps"), "its title"),
            optional("description", Shape.text().like("Lamps for every room"), "what it is about"),
            optional("image_url", Shape.text().like("https://example.com/a.png"), "its picture"),
            optional("image_width", Shape.count().like(640), "the picture's width"),
            optional("image_height", Shape.count().like(480), "the picture's height"));
  }
}
