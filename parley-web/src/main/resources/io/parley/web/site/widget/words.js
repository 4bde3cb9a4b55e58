/** The texts of the widget, by language. Missing ones are English. */
const WORDS = {
  en: {
    open: 'Open chat', close: 'Close chat', unread: 'unread', dismiss: 'Dismiss', frame: 'Chat',
    title: 'Chat with us', online: 'We usually answer within minutes', offline: 'We are away at the moment',
    welcome: 'Hello!', intro: 'Ask us anything. We are here to help.',
    write: 'Write a message…', send: 'Send', attach: 'Attach a file', emoji: 'Emoji', minimize: 'Minimise', menu: 'More',
    start: 'Start the chat', startAgain: 'Start a new chat', end: 'End the chat', required: 'This is needed', badEmail: 'This is no e-mail address',
    waiting: 'All agents are busy. Somebody will be with you soon; you can write already.', place: 'You are number {n} in the queue. You can write already.', typing: 'is typing',
    seen: 'Seen', sending: 'Sending', failed: 'Not sent', retry: 'Try again', discard: 'Discard', uploading: 'Uploading',
    ended: 'This chat has ended.', rate: 'How was it?', good: 'Good', bad: 'Bad', comment: 'Tell us more (optional)', thanks: 'Thank you for your feedback!',
    sendRating: 'Send', offlineIntro: 'Nobody is here right now. Leave a message, and we will answer here or by e-mail.',
    name: 'Name', email: 'E-mail', message: 'Message', leave: 'Leave the message', left: 'We have your message, and will get back to you.',
    survey: 'Before we start', after: 'A moment of your time', skip: 'Skip', submit: 'Send',
    connecting: 'Connecting…', reconnecting: 'The connection was lost. Trying again…', banned: 'The chat is not available.', broken: 'The chat can’t be reached.',
    unknownEvent: 'This message can’t be shown here.', filledForm: 'Your answers', file: 'File', card: 'Card', dropHere: 'Drop files here',
    agent: 'Agent', older: 'Earlier messages', choose: 'Choose…', you: 'You', newMessages: 'New messages', log: 'Messages', back: 'Back', tooLarge: 'The file is too large (10 MB at most)',
  },
  de: {
    open: 'Chat öffnen', close: 'Chat schließen', unread: 'ungelesen', dismiss: 'Schließen', title: 'Chatten Sie mit uns', online: 'Wir antworten meist in wenigen Minuten',
    offline: 'Wir sind gerade nicht da', welcome: 'Hallo!', intro: 'Fragen Sie uns alles. Wir helfen gern.', write: 'Nachricht schreiben…', send: 'Senden',
    attach: 'Datei anhängen', minimize: 'Minimieren', menu: 'Mehr', start: 'Chat beginnen', startAgain: 'Neuen Chat beginnen', end: 'Chat beenden', required: 'Bitte ausfüllen',
    badEmail: 'Das ist keine E-Mail-Adresse', waiting: 'Alle sind beschäftigt. Gleich ist jemand da; schreiben Sie ruhig schon.', place: 'Sie sind Nummer {n} in der Schlange. Schreiben Sie ruhig schon.', typing: 'schreibt',
    seen: 'Gelesen', sending: 'Wird gesendet', failed: 'Nicht gesendet', retry: 'Noch einmal', discard: 'Verwerfen', uploading: 'Wird hochgeladen', ended: 'Der Chat ist beendet.',
    rate: 'Wie war es?', good: 'Gut', bad: 'Schlecht', comment: 'Erzählen Sie mehr (freiwillig)', thanks: 'Vielen Dank!', sendRating: 'Senden',
    offlineIntro: 'Gerade ist niemand da. Hinterlassen Sie eine Nachricht; wir antworten hier oder per E-Mail.', message: 'Nachricht', leave: 'Nachricht hinterlassen',
    left: 'Wir haben Ihre Nachricht und melden uns.', survey: 'Bevor es losgeht', after: 'Einen Moment noch', skip: 'Überspringen', submit: 'Senden',
    connecting: 'Verbinden…', reconnecting: 'Die Verbindung ist unterbrochen. Neuer Versuch…', broken: 'Der Chat ist nicht erreichbar.', banned: 'Der Chat ist nicht verfügbar.',
    older: 'Frühere Nachrichten', choose: 'Bitte wählen…', you: 'Sie', filledForm: 'Ihre Antworten', file: 'Datei', dropHere: 'Dateien hier ablegen', log: 'Nachrichten', back: 'Zurück',
  },
  ar: {
    open: 'افتح الدردشة', close: 'أغلق الدردشة', unread: 'غير مقروءة', dismiss: 'إغلاق', frame: 'دردشة', title: 'تحدث معنا', online: 'نرد عادة خلال دقائق',
    offline: 'لسنا متاحين الآن', welcome: 'مرحبًا!', intro: 'اسألنا عن أي شيء. نحن هنا للمساعدة.', write: 'اكتب رسالة…', send: 'إرسال', attach: 'أرفق ملفًا', emoji: 'رموز تعبيرية',
    minimize: 'تصغير', menu: 'المزيد', start: 'ابدأ الدردشة', startAgain: 'ابدأ دردشة جديدة', end: 'أنهِ الدردشة', required: 'هذا الحقل مطلوب', badEmail: 'هذا ليس عنوان بريد إلكتروني',
    waiting: 'جميع موظفينا مشغولون. سيكون أحدهم معك قريبًا.', place: 'أنت رقم {n} في قائمة الانتظار.', typing: 'يكتب', seen: 'تمت القراءة', sending: 'جارٍ الإرسال', failed: 'لم تُرسل', retry: 'حاول مجددًا',
    discard: 'تجاهل', ended: 'انتهت هذه الدردشة.', rate: 'كيف كانت؟', good: 'جيدة', bad: 'سيئة', comment: 'أخبرنا المزيد (اختياري)', thanks: 'شكرًا لك!', sendRating: 'إرسال',
    offlineIntro: 'لا أحد هنا الآن. اترك رسالة وسنجيبك.', name: 'الاسم', email: 'البريد الإلكتروني', message: 'الرسالة', leave: 'اترك الرسالة', left: 'وصلتنا رسالتك وسنعود إليك.',
    survey: 'قبل أن نبدأ', submit: 'إرسال', skip: 'تخطٍّ', connecting: 'جارٍ الاتصال…', reconnecting: 'انقطع الاتصال. نحاول مجددًا…', older: 'رسائل سابقة', you: 'أنت', agent: 'موظف', log: 'الرسائل', back: 'رجوع',
  },
};

/** The texts for a language. @param {string} language @returns {(key: string) => string} */
export function words(language) {
  const own = WORDS[language.slice(0, 2).toLowerCase()] ?? WORDS.en;
  return (key) => own[key] ?? WORDS.en[key] ?? key;
}
