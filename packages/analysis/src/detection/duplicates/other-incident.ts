const maxReadLength = 30_000;
/** Number of characters around an incident's name that are searched for phrases such as "similar to". */
const contextLength = 80;

const noun = '(?:incident|outage|issue|event|failure|problem|case|one|time|occurrence|post-?mortem)s?';
/** Matches words and punctuation that may stand between a phrase such as "similar to" and the incident's name. */
const between = `(?:[\\s"'’“”*_\`()[\\]<>:,#–—-]|(?:the|an?|th(?:is|at|ose)|in|of|from|during|on|at|as|to|with|see|our|previous|earlier|last|recent|week|month|year|night|s|we|had|saw|seen|reported|described|happened|occurred|pagerduty|${noun})\\b)*$`;

/** Phrases which show that the incident named next is a different one: "similar to", "last month's incident". */
const phrases = [
  `\\b(?:similar(?:ly)?(?: [\\w-]+){0,2} (?:to|as|in)|similar|same (?:as|(?:root )?cause|symptoms?|pattern)|(?<!(?:look|seem|feel)s? )like|resembl\\w*|unlike|compare[ds]?|cf\\.?|see also|re-?(?:oc)?currence|repeat|repetition|previously (?:seen|happened|occurred)|recurring)(?!\\w)${between}`,
  `\\b(?:previous|earlier|prior|past|former|recurring) (?:[\\w-]+ ){0,2}${noun}\\b[^.,;\\n]{0,40}[\\s,(:[*]*$`,
  `\\blast (?:time|week|month|year)(?:['’]s)?(?: [\\w-]+)?(?: ${noun})?[\\s:(,[*]*$`,
].map((phrase) => new RegExp(phrase, 'u'));

const recurrence = /\b(?:again|re-?(?:oc)?curr\w*|(?:came|comes|is) back)\b/iu;

/** Returns whether a text names an incident only as a different one, as in "similar to PA1B2C3". */
export function isMentionOfOtherIncident(text: string, name: string): boolean {
  const contexts = contextsOf(text, name);
  return contexts.length > 0 && contexts.every(({ before }) => phrases.some((phrase) => phrase.test(before)));
}

/** Returns whether the title, or a sentence about the earlier incident `name`, says that the failure recurred. */
export function isRecurrenceStated(title: string, text: string, name: string): boolean {
  if (recurrence.test(title)) return true;
  return contextsOf(text, name).some(({ before, behind }) =>
    recurrence.test(lastSentence(before) + firstSentence(behind)),
  );
}

interface Context {
  readonly before: string;
  readonly behind: string;
}

function contextsOf(text: string, name: string): Context[] {
  const lower = text.slice(0, maxReadLength).toLowerCase();
  const lowerName = name.toLowerCase();
  const contexts: Context[] = [];
  for (let at = lower.indexOf(lowerName); at !== -1; at = lower.indexOf(lowerName, at + lowerName.length)) {
    const end = at + lowerName.length;
    contexts.push({
      before: lower.slice(Math.max(0, at - contextLength), at),
      behind: lower.slice(end, end + contextLength),
    });
  }
  return contexts;
}

function lastSentence(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('. '), text.lastIndexOf('\n')) + 1);
}

function firstSentence(text: string): string {
  return text.split(/\n|\. /u, 1)[0] ?? '';
}
