// Dates, numbers, plurals and names of languages by the browser's `Intl`, for src/locale/intl.rs.

/** Whether a language is written from right to left, by its tag: it is asked for with each card that is drawn. */
const rightToLeft = { __proto__: null };

/** What stands in `make` is made when it is first asked for: formatters load tables, and no card is open yet. */
function once(make) {
  let made;
  return () => (made ??= make());
}

/** The formats of a language. `lang`: a BCP 47 tag. One the browser cannot read, or an empty one, means the browser's own language. */
export function formatsOf(lang) {
  let tags = [];
  try {
    tags = Intl.getCanonicalLocales(lang);
  } catch {}
  const numbers = once(() => new Intl.NumberFormat(tags));
  const plurals = once(() => new Intl.PluralRules(tags));
  const calendar = once(() => {
    // A deck's "2025" or "March 2025" is a year or month of the Gregorian calendar. Where the language's own calendar has other
    // months (Persian, Islamic), it would become another span of time, beside day-exact dates that do not.
    const usual = new Intl.DateTimeFormat(tags).resolvedOptions().calendar;
    return /^(gregory|buddhist|japanese|roc)$/.test(usual) ? usual : "gregory";
  });
  const dates = (month, day) => once(() => new Intl.DateTimeFormat(tags, { timeZone: "UTC", year: "numeric", month, day, calendar: calendar() }));
  const precisions = [dates(), dates("long"), dates("long", "numeric")];
  return {
    /** `month`, from 1, and `day` are 0 where they are not known. */
    date(year, month, day) {
      // Not `Date.UTC`, to which the year 50 is 1950.
      const time = new Date(0).setUTCFullYear(year, (month || 1) - 1, day || 1);
      return precisions[!!month + !!day]().format(time);
    },
    number: (number) => numbers().format(number),
    plural: (number) => plurals().select(number),
    language(tag) {
      try {
        return new Intl.DisplayNames(tags, { type: "language" }).of(tag);
      } catch {
        return tag;
      }
    },
    /** Whether a language is written from right to left: whether its script is, which every engine knows from the tag (Arabic for
     * `ckb`, Latin for `ar-Latn`), while the direction itself (`textInfo`) is known to some engines only. Scripts are few and do not
     * change sides: these are all that run from right to left and are written today. */
    isRtl(tag) {
      try {
        return rightToLeft[tag] ??= /^(Adlm|Arab|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/.test(new Intl.Locale(tag).maximize().script);
      } catch {
        return false;
      }
    },
  };
}
