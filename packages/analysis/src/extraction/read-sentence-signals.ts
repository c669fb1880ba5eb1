import type { ReportSentence } from './read-sentences.ts';

/** Signals of a sentence or passage by name. The values are in [0, 1]; absent signals have no entry. */
export type SentenceSignals = Readonly<Record<string, number>>;

/** Patterns of lower-case headings, by the kind of section that they begin. */
const sections = {
  inResolution: /resol|recover|mitigat|remed|\bfix|repair|restor|workaround|what we did|actions? taken|solution/u,
  inPlans:
    /action item|follow|next step|to.?do|improve|lesson|prevent|what went|lucky|recommend|learn|better|future|long.?term|^actions?$|review|didn/u,
  inTimeline: /time.?line|key event|\blog|events|chronolog/u,
  inSummary: /summary|overview|tl;?dr|context|description|what happened|background/u,
  inCauses: /cause|contribut|why|trigger|fault|problem|analysis/u,
} as const;

/** Patterns that a sentence matches if it has the signal. */
const words = {
  /** The sentence names an action of operators, such as "restarted". */
  acted:
    /\b(?:restart|roll(?:ed|ing|s)? ?(?:back|over)|rollback|revert|scal|increas|delet|remov|appl(?:ied|ying)|(?:re)?deploy|upgrad|renew|replac|disabl|enabl|chang|updat(?:ed|ing)\b|kill|migrat|switch|mov(?:ed|ing)|recreat|clear|patch|merg|reboot|bump|releas|rotat|drain|re-?r[au]n|resiz|modif|implement|creat|block|downgrad|terminat|cordon|rebuil|generat|provision|whitelist|turn(?:ed|ing)|promot|publish|re-?index|manual)/iu,
  /** The sentence has a verb in the past tense that is not about an observation, a message or a failure. */
  did: /\b(?!(?:need|want|seem|appear|expir|happen|occur|affect|caus|start|trigger|relat|bas|us|expect|suppos|call|nam|requir|reach|fail|crash|notic|report|alert|identif|detect|declar|observ|complain|discover|investigat|check|suspect|confirm|resolv|restor|recover|join|ask|post|inform|contact|mention|email|messag|impact|believ|continu)ed)\w{2,}ed\b|\b(?:reran|took|put|ran|gave|made|cut|brought|rebuilt|shut|sent|wrote|set|added|went|got)\b/iu,
  confirmed:
    /\b(?:resolved|restored|recover(?:ed|y|s)|mitigated|healthy|back (?:up|to|online|on)|(?:is|are|was|were) back\b|seems? (?:to be )?(?:ok|fine|fixed|back|better)|returned? to normal|came back|come back|works? again|no errors|working (?:again|as|now)|fixed|operational|up again|all clear|confirm|stabili[sz]ed|succe|improved|normal again)/iu,
  resolved: /\b(?:resolv(?:ed?|es)\b|resolution|fix(?:ed|es)|restor|recover|mitigat|repair|solve)/iu,
  byMeans:
    /\bby \w+ing\b|\bafter \w+ing\b|\bwhich (?:re|fix|brought|solved|allowed)|\bthis (?:fix|re|brought|solved|allowed)|\b(?:fix|solution|resolution|workaround) (?:was|is)\b/iu,
  tagged:
    /\((?:resolved|fixed|mitigated|recovered)\)|(?:recovery|resolved|resolution|mitigat\w{1,4}|fix(?:ed)?)\W{0,4}:/iu,
  planned:
    /\b(?:will|should|could|would|plan(?:s|ned|ning)?|needs? to|todo|consider|might|may|propose|want to|look(?:ed|ing)? into|try(?:ing)? to|attempt|going to|let['’]s|under ?way|in progress|(?:is|are) expected to|currently (?:working|investigating)|(?:is|are) being|continu\w+ to (?:investigate|work|monitor)|investigation continues|best knowledge)\b|['’]ll\b/iu,
  asked: /\?$/u,
  caused: /\bcaus(?:ed|ing|es)\b|\bled to\b|\bresult(?:ed|ing) in\b|\btrigger(?:ed|ing|s)\b/iu,
  failed:
    /\b(?:fail|broken?\b|crash|down\b|error|unable|prevent(?:ing|ed)|timed out|degrad|stuck|wrong|issue|problem)/iu,
  denied: /n't\b|\b(?:not|no effect|unsuccessful|still|without success|but)\b/iu,
  noticed:
    /\b(?:notic|report|alert|alarm|identif|detect|declared|observ|complain|pagerduty|pingdom|failing|unavailable|outage|discover|found|reali[sz])/iu,
  communicated:
    /\b(?:inform(?:ed|s|ing)|contact(?:ed|s|ing)|messag(?:ed|es|ing)|post(?:ed|s)|joined|ask(?:ed|s)|(?:e-?)?mails?|notif\w+|slack|status ?page|comms|communicat\w+|mention\w*|tickets?|announce\w*|told|call(?:ed)?)\b/iu,
} as const;

type SectionKind = keyof typeof sections;

export function readSentenceSignals(sentences: readonly ReportSentence[]): SentenceSignals[] {
  const kinds = sentences.map(({ section }) => listKinds(section));
  const isTimeline = sentences.map(({ isTimed }, at) => isTimed || kinds[at]?.includes('inTimeline') === true);
  const begin = isTimeline.indexOf(true);
  const length = isTimeline.lastIndexOf(true) - begin;
  return sentences.map(({ text, section }, at) => {
    const signals: Record<string, number> = {};
    for (const kind of kinds[at] ?? []) signals[kind] = 1;
    for (const [name, expression] of Object.entries(words)) if (expression.test(text)) signals[name] = 1;
    if (sentences[at - 1]?.section !== section) signals.beginsSection = 1;
    if (isTimeline[at] === true && length > 0) signals.timelinePosition = (at - begin) / length;
    return signals;
  });
}

/**
 * Returns the kinds of the innermost known heading. For example, a section "Impact" below "Resolution" is about the
 * impact.
 */
function listKinds(section: string): SectionKind[] {
  for (const heading of section.split(' / ').reverse()) {
    const kinds = (Object.keys(sections) as SectionKind[]).filter((kind) => sections[kind].test(heading));
    if (kinds.length > 0) return kinds;
  }
  return [];
}

/** Returns whether a sentence states that the incident, or a part of it, was over. */
export function isSuccessStated(signals: SentenceSignals): boolean {
  if ('planned' in signals || 'asked' in signals) return false;
  return ['confirmed', 'resolved', 'tagged', 'byMeans'].some((name) => name in signals);
}

/** Returns whether a text states a plan, a suggestion or work in progress. */
export function isPlanned(text: string): boolean {
  return words.planned.test(text);
}

/** Returns whether a text names an action, such as “restarted”. */
export function namesAction(text: string): boolean {
  return words.acted.test(text);
}

/** Returns whether a sentence states an action that people took rather than planned. */
export function isActionStated(signals: SentenceSignals): boolean {
  return ('acted' in signals || 'did' in signals) && !('planned' in signals);
}
