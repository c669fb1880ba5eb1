import { isQuotable } from '../blameless/is-quotable.ts';
import { countWords, type ReportSentence, readSentences } from './read-sentences.ts';

/** Matches headings of lists of what a team decided to do, but not of lessons and of what went well. */
const actionHeading =
  /\b(?:action items?|actions? points?|follow[- ]?ups?|next steps?|to.?dos?|review actions?|actions following|(?:preventive|preventative|corrective|future|planned) (?:actions?|measures?|work)|prevention|prevent\w* (?:recurrence|this))\b|(?:^|\/ )actions?(?:$| \/)/u;
/** Matches headings of what was done during the incident. */
const pastHeading = /\b(?:completed|immediate|taken|done)\b/u;
/** Matches what prevents or detects a failure: a check, a limit, a redundant part, a replacement or an alarm. */
const preventive =
  /\b(?:alert|alarm|monitor|dashboard|metric|detect|prob(?:e|ing)|test|lint|validat|verif|check|warn|limit|quota|request|reserv|capacity|priorit|autoscal|scal|separat|dedicat|isolat|redundan|fallback|fail.?over|replica|back.?up|snapshot|pin|upgrad|updat|patch|automat|polic|permission|least.privilege|restrict|protect|block|prevent|guard|stag|canary|roll.?back|timeout|retr|renew|expir|rotat|ttl|clean.?up|retention|remov|migrat|disabl|requir|enforc|standardi[sz]|order|procedure|process|runbook|reduce|likelihood|drift)/iu;
/** Matches the verb with which an action begins, possibly after “we will”. */
const beginsWithAction =
  /^(?:(?:we|the team) (?:will|are going to|plan to|should|need to) )?(?:\p{L}+ally )?(?:add|adopt|implement|create|introduce|install|set|set ?up|make|ensure|enhance|extend|expand|automate|automatic|upgrade|update|increase|reduce|raise|lower|limit|separate|split|move|migrate|modify|remove|replace|run|fix|enable|disable|turn on|enforce|require|reserve|restrict|prevent|avoid|stop|block|protect|validate|verify|test|monitor|alert on|alerts? for|configure|define|document|build|use|put|pin|schedule|rotate|renew|isolate|improve|widen|allow|apply|deploy|handle|escalate|establish|institute|prioriti[sz]e|re-?work|re-?introduce|change|clean|develop|provide|write|have|we need|[\p{L} ]{0,30}alerts for)\b/iu;
/** Matches work on the incident itself, unanswered questions and temporary measures, which prevent nothing. */
const noPrevention =
  /\b(?:incident report|post-?mortems?|retro(?:spective)?s?|blog|apolog\w+|communicat\w+|comms|status ?page|slack|meeting|discuss\w*|talk|inform|notify (?:users|customers|teams)|thank|root cause|investigat\w+|look into|find out|why|until|spike)\b|[?:]$/iu;
const words = { min: 4, max: 45 };

/**
 * Finds the action by which a team plans to prevent or detect the failure, in the report's own list of actions. Returns
 * null if the report lists none.
 */
export function findPlannedAction(report: string): string | null {
  const items = readSentences(report).filter(
    ({ section, isTimed }) => !isTimed && actionHeading.test(section) && !pastHeading.test(section),
  );
  return items.map(cleanItem).find(isPlannedAction) ?? null;
}

function isPlannedAction(item: string): boolean {
  const count = countWords(item);
  return (
    count >= words.min &&
    count <= words.max &&
    beginsWithAction.test(item) &&
    preventive.test(item) &&
    !noPrevention.test(item) &&
    isQuotable(item)
  );
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
    .trim();
}

/** Returns the beginning of a line in bold type, which states the action that the rest explains; otherwise the line. */
function keepBoldBeginning(text: string): string {
  const bold = /^\*\*([^*]{1,200})\*\*:?\s/u.exec(text)?.[1];
  return bold !== undefined && countWords(bold) >= words.min ? bold : text;
}
