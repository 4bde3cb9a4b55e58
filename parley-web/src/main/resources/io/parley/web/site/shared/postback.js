/** The event with the button that somebody pressed marked, or no longer. */
export function pressed(event, { user_id: userId, postback }) {
  const elements = event.elements?.map((element) => ({
    ...element,
    buttons: element.buttons?.map((button) => {
      if (button.postback_id !== postback.id) {
        return button;
      }
      const others = (button.user_ids ?? []).filter((id) => id !== userId);
      return { ...button, user_ids: postback.toggled ? [...others, userId] : others };
    }),
  }));
  return { ...event, elements };
}
