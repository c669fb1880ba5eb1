import { isQuotable } from '../blameless/is-quotable.ts';
import { stem } from '../text/stem.ts';
import { isStopWord } from '../text/stop-words.ts';
import { listTokens } from '../text/tokens.ts';
import { countWords, type ReportSentence, readSentences } from './read-sentences.ts';
import { statesFollowUp } from './states-follow-up.ts';

/** Matches headings of lists of what a team decided to do, but not of lessons and of what went well. */
const actionHeading =
  /\b(?:action items?|actions? points?|follow[- ]?ups?|next steps?|to.?dos?|review actions?|actions following|(?:preventive|preventative|corrective|future|planned) (?:actions?|measures?|work)|prevention|prevent\w* (?:recurrence|this))\b|(?:^|\/ )actions?(?:$| \/)/u;
/** Matches headings of what was done during the incident. */
const pastHeading = /\b(?:completed|immediate|taken|done)\b/u;
/** Matches what detects a failure automatically, such as an alarm. */
const detective = /\b(?:alert|alarm|monitor|dashboard|metric|detect|prob(?:e|ing)|warn)/iu;
/** Matches what prevents a failure automatically, such as a test, a limit or a policy. */
const preventive =
  /\b(?:version.?lock|test|lint|validat|verif|check|limit|quota|reserv|capacity|priorit|autoscal|separat|dedicat|isolat|redundan|fall ?back|fail.?over|replica|back.?up|snapshot|pin|automat|polic|least.privilege|restrict|protect|block|prevent|guard|stag(?:e|ed|ing)|canary|timeout|renew|expir|rotat|ttl|retention|enforc|standardi[sz]|refus|reject|throttl|re-?rout|shed\b|back-?off)/iu;
/** Matches changes and documents that may prevent a failure if they concern what failed. */
const supportive =
  /\b(?:upgrad|updat|patch|permission|roll|retr|clean.?up|remov|migrat|disabl|requir|request|scal|order|procedure|process|runbook|reduce|likelihood|drift|document|config|chang|replac|improv)/iu;
/** Matches the verb with which an action begins, possibly after “we will”. */
const beginsWithAction =
  /^(?:(?:we|the team) (?:will|are going to|plan to|should|need to) )?(?:\p{L}+ally )?(?:(?:version[- ])?lock|add|adopt|implement|create|introduce|install|set|set ?up|make|ensure|enhance|extend|expand|automate|automatic|upgrade|update|increase|reduce|raise|lower|limit|separate|split|move|migrate|modify|remove|replace|run|fix|enable|disable|turn on|enforce|require|reserve|restrict|prevent|avoid|stop|block|protect|validate|verify|test|monitor|alert on|alerts? for|configure|define|document|build|use|put|pin|schedule|rotate|renew|isolate|improve|widen|allow|apply|deploy|handle|escalate|establish|institute|prioriti[sz]e|re-?work|re-?introduce|change|clean|develop|provide|write|have|refuse|reject|route|re-?route|fall back|throttle|cap|retry|cache|batch|shed|bound|we need|[\p{L} ]{0,30}alerts for)\b/iu;
/** Matches what a team says that it will do, or is doing, as in “We are adding limits to avoid this in the future”. */
const announcesPlan =
  /\b(?:we|our \p{L}+|(?:the|our) \p{L}+ team|engineers?) (?:will|plan to|intend to|are (?:also |now |currently |actively )?(?:going to \p{L}+|\p{L}+ing))\b/iu;
/** Matches what a measure is for, as in “to prevent recurrence”. */
const purpose =
  /\b(?:to|that|better) (?:help |better |further )?(?:prevent|avoid|minimi[sz]e|reduce|decrease|mitigate|detect|improve (?:our |the )?(?:time|detection))\b[^,;.]{0,120}/giu;
/** Matches work on the incident itself, unanswered questions and temporary measures, which prevent nothing. */
const noPrevention =
  /\b(?:incident (?:report|log)|post-?mortems?|retro(?:spective)?s?|blog|apolog\w+|communicat\w+|comms|status ?page|slack|meeting|discuss\w*|talk|inform|notify (?:users|customers|teams)|thank|root cause|recovery|investigat\w+|continu\w+ to (?:see|monitor|observe|watch)|still (?:seeing|monitoring)|look into|find out|why|until|spike)\b|[?:]$/iu;
/** Matches words that any plan may contain, such as “improve our monitoring and testing”. */
const unspecific =
  /^(?:improv|enhanc|strengthen|expand|reduc|increas|better|work|continu|updat|review|monitor|alert|test|observ|detect|mitig|respons|respond|incid|issu|process|procedur|playbook|runbook|time|futur|similar|recurr|preven|avoid|resili|implement|add|addit|team|servic|system|featur|chang|help|ensur|thi|practic|measur|safeguard|tool)/u;
/** A plan with fewer specific words tells nothing that other plans do not. */
const minSpecific = 3;
const words = { min: 4, max: 45 };

/** Scores of the kinds of measures. The score of an action is that of its kind plus the share of its words that the report has too. */
const scores = { preventive: 1, detective: 0.7 };
/** Minimum number of words that a supportive action shares with the rest of the report. */
const minShared = 2;

/**
 * Finds the action by which a team plans to prevent or detect the failure: in the report's own list of actions, or else in
 * a sentence that announces one, as in status pages. Prefers automatic measures, those that prevent to those that detect,
 * and those about what the title and the report describe. Returns null if the report states none.
 */
export function findPlannedAction(title: string, report: string): string | null {
  const sentences = readSentences(report);
  const isAction = ({ section, isTimed }: ReportSentence) => !isTimed && actionHeading.test(section);
  const described = new Set(sentences.filter((one) => !isAction(one)).flatMap(({ text }) => listWords(text)));
  const titled = new Set(listWords(title));
  const listed = sentences
    .filter((one) => isAction(one) && !pastHeading.test(one.section))
    .map(cleanItem)
    .filter((item) => beginsWithAction.test(item));
  const announced = sentences.map(({ text }) => text).filter(announcesMeasure);
  const [best] = (listed.length > 0 ? listed : announced)
    .filter(isUsable)
    .map((item) => {
      const own = listWords(item);
      const shared = own.filter((word) => described.has(word)).length;
      const inTitle = own.filter((word) => titled.has(word)).length;
      return { item, shared, kind: scoreKind(item), relevance: (shared + inTitle) / Math.max(1, own.length) };
    })
    .filter(({ item, shared, kind }) => kind > 0 || (supportive.test(item) && shared >= minShared))
    .sort((a, b) => b.kind + b.relevance - (a.kind + a.relevance));
  return best?.item ?? null;
}

function scoreKind(item: string): number {
  if (preventive.test(item)) return scores.preventive;
  return detective.test(item) ? scores.detective : 0;
}

/** Lists the distinct stems of the informative words of a text. */
function listWords(text: string): string[] {
  const tokens = listTokens(text).filter(({ kind, value }) => kind === 'word' && !isStopWord(value));
  return [...new Set(tokens.map(({ value }) => stem(value)))];
}

/** Returns whether a sentence announces a measure, and not only the intention to improve, prevent or detect. */
function announcesMeasure(text: string): boolean {
  const stated = text.replace(purpose, ' ');
  const specific = listWords(stated).filter((word) => !unspecific.test(word));
  return announcesPlan.test(text) && statesFollowUp(text) && scoreKind(stated) > 0 && specific.length >= minSpecific;
}

function isUsable(item: string): boolean {
  const count = countWords(item);
  return count >= words.min && count <= words.max && !noPrevention.test(item) && isQuotable(item);
}

/** Removes check boxes, numbers, bold type, addresses, initials of people and ticket numbers from a line. */
function cleanItem({ text }: ReportSentence): string {
  return keepBoldBeginning(text)
    .replace(/^\s*(?:\[[ xX]?\]|\d{1,2}[.)])\s*/u, '')
    .replaceAll('**', '')
    .replace(/[-–—(<\s]{0,9}https?:\/\/\S{0,500}/gu, '')
    .replace(/\s(?:\p{Lu}{2,3}\/){1,4}\p{Lu}{2,3}$/u, '')
    .replace(/\s\(?(?:see)?$/u, '')
    .replace(/[-–—(\s]{0,9}(?:(?:ticket|issue|pr)s? )?#\d{1,7}\)?(?: done)?$/iu, '')
    .replace(/[-–—(\s]{0,9}\bdone\b[\s/)]{0,3}(?:in)?[\s/)]{0,3}$/iu, '')
    .trim();
}

/** Returns the beginning of a line in bold type, which states the action that the rest explains; otherwise the line. */
function keepBoldBeginning(text: string): string {
  const bold = /^\*\*([^*]{1,200})\*\*:?\s/u.exec(text)?.[1];
  return bold !== undefined && countWords(bold) >= words.min ? bold : text;
}
