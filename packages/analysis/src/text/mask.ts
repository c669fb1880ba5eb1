/**
 * What varies between two occurrences of the same failure, in the order in which it is looked for.
 * Every quantifier is bounded or runs over one character class that its successor cannot match, so that each
 * expression takes time linear in the text.
 */
const rules: readonly { readonly pattern: RegExp; readonly replacement: string }[] = [
  { pattern: /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/gu, replacement: '<email>' },
  // The path of a URL identifies; its host, query and fragment mostly vary.
  {
    pattern: /\b[a-z][a-z\d+]{1,9}:\/\/[^\s/<>"')\]}|?#]{1,255}([^\s<>"')\]}|?#]{0,2000})[^\s<>"')\]}|]{0,2000}/giu,
    replacement: '<host>$1',
  },
  { pattern: /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/giu, replacement: '<uuid>' },
  { pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|\/\d{1,2})?\b/gu, replacement: '<address>' },
  {
    pattern:
      /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|US\/[A-Z][a-z]{3,8}|[+-]\d{2}:?\d{2})\b)?/gu,
    replacement: '<time>',
  },
  { pattern: /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}\b/gu, replacement: '<time>' },
  {
    pattern:
      /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d{2})?\b/giu,
    replacement: '<time>',
  },
  {
    pattern:
      /\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\b)?(?: (?:UTC|GMT|[PECM][SD]T|US\/[A-Z][a-z]{3,8})\b)?/giu,
    replacement: '<time>',
  },
  { pattern: /(?<![\w:])(?:[\da-f]{1,4}:){3,7}(?::|[\da-f]{1,4})(?![\w:])/giu, replacement: '<address>' },
  { pattern: /\b0x[\da-f]{1,64}\b/giu, replacement: '<hex>' },
  // A hash has both letters and digits: `deadbeef` alone may be a word, `1234567` is a number.
  { pattern: /\b(?=[a-f]{0,63}\d)(?=\d{0,63}[a-f])[\da-f]{7,64}\b/giu, replacement: '<hex>' },
  {
    pattern:
      /\b\d{1,9}(?:\.\d{1,6})? ?(?:ns|µs|us|ms|msecs?|millis(?:econds?)?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b/giu,
    replacement: '<duration>',
  },
  { pattern: /\b\d{1,9}(?:\.\d{1,6})? ?(?:[kmgt]i?b|bytes?)\b/giu, replacement: '<size>' },
  // Short numbers and versions stay: ports, exit codes, error codes and releases identify.
  { pattern: /(?<![\w.-])\d{1,12}[.,]\d{2,12}(?![\w.])|(?<![\w.-])\d{6,32}(?![\w.])/gu, replacement: '<number>' },
];

/** Replaces what varies by placeholders such as `<time>`. Masking a masked text changes nothing. */
export function mask(text: string): string {
  return rules.reduce((masked, rule) => masked.replace(rule.pattern, rule.replacement), text);
}

/** A placeholder that `mask` leaves behind. */
export const placeholder = /<(?:email|host|uuid|time|address|hex|duration|size|number)>/gu;
