import { isQuotable } from '../blameless/is-quotable.ts';
import { isLogLine } from '../text/is-log-line.ts';
import { countWords, readSentences } from './read-sentences.ts';

/** Matches what users, requests or jobs suffered: “uploads were delayed”, “users could not sign in”. */
const suffered =
  /\b(?:users?|customers?|people|teams?|visitors?|clients?|requests?|calls|jobs?|builds?|runs?|pages?|queries|searches|logins?|sessions?|messages?|emails?|notifications?|events?|webhooks?|uploads?|downloads?|deployments?|pipelines?|workflows?|instances?|servers?|pods?|nodes?|services?|sites?|apps?|applications?|dashboards?|alerts?|metrics|data|models?|hubs?|clusters?|endpoints?|domains?)\b[^.!?]{0,90}?\b(?:(?:was|were|is|are|been|being|become|became|went)\s(?:\w{1,15}ly\s)?(?:un\w{3,15}|not\s\w{3,15}|down|offline|delayed|slow|slower|degraded|failing|affected|impacted|lost|rejected|interrupted|blocked|dropped|stuck|missing|wrong|broken|deleted)|could(?:n['’]t|\snot)|cannot|can['’]t|failed|fail|experienced|encountered|received|saw|timed\sout|returned|did\snot|stopped|lost)\b/iu;
/** Matches a share or a count of those who were affected. */
const quantity =
  /\b\d[\d.,]*\s?(?:%|percent)|\b\d[\d.,]*\s(?:of\s)?(?:users?|customers?|requests?|jobs?|builds?|pages?|repositories|organi[sz]ations?|services?)\b/iu;
const explains = /\b(?:due to|caused?|because|root cause|resulted? from|triggered by|as a result|reason|led to)\b/iu;
/** Matches what responders did, are doing or plan. */
const acts =
  /\b(?:we|i|our|engineers?|teams? (?:has|have|is|are)|mitigat\w+|resolved|rolled back|revert\w*|restart\w*|prevent\w*|recurrence|investigat\w+|monitoring|improv\w+|working on|should|will|recover\w*|restored|fixed)\b/iu;
const impactSection = /\bimpact\b/iu;
/** Matches what did not suffer, or no longer does, and the state at one moment of the incident. */
const spared =
  /^(?:no|only)\b|\bin the (?:past|last) (?:\d+ )?(?:minutes?|hours?)\b|\b(?:not|never|un)\s?(?:be\s)?(?:affected|impacted)\b|\bunrelated\b|\breturned to normal\b|^correction\b/iu;
/** Matches what makes an impact a small or a further one. */
const minor = /^additionally\b|\b(?:fewer|less) than \d/iu;
const weights = { suffered: 2, quantity: 1, impactSection: 1, explains: -0.5, minor: -1 };
/** A sentence needs a quantity or stands in a section on the impact. Others often tell a detail of the investigation. */
const minScore = 2.5;
const words = { min: 4, max: 60 };

/** Returns the sentence of a report that says best what its users suffered; null if no sentence says it clearly. */
export function findImpact(text: string): string | null {
  const [best] = readSentences(text)
    .filter(({ text: sentence, isTimed }) => !isTimed && hasFittingLength(sentence))
    .map(({ text: sentence, section }) => ({ sentence, score: rate(sentence, section) }))
    .filter(({ sentence, score }) => score >= minScore && isQuotable(sentence) && !isLogLine(sentence))
    .sort((a, b) => b.score - a.score);
  return best?.sentence ?? null;
}

function hasFittingLength(sentence: string): boolean {
  const count = countWords(sentence);
  return count >= words.min && count <= words.max;
}

function rate(sentence: string, section: string): number {
  if (acts.test(sentence) || spared.test(sentence) || !suffered.test(sentence)) return 0;
  return (
    weights.suffered +
    (quantity.test(sentence) ? weights.quantity : 0) +
    (impactSection.test(section) ? weights.impactSection : 0) +
    (explains.test(sentence) ? weights.explains : 0) +
    (minor.test(sentence) ? weights.minor : 0)
  );
}
