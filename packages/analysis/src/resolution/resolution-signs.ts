import type { Sentence } from './read-sentences.ts';

/** The signs of a sentence or a passage by name: 1, or a number in [0, 1]. Signs that it lacks are absent. */
export type Signs = Readonly<Record<string, number>>;

/** The section in which it stands. */
const sections: Readonly<Record<string, RegExp>> = {
  inResolution: /resol|recover|mitigat|remed|\bfix|repair|restor|workaround|what we did|actions? taken|solution/u,
  inPlans:
    /action item|follow|next step|to.?do|improve|lesson|prevent|what went|lucky|recommend|learn|better|future|long.?term/u,
  inTimeline: /time.?line|key event|\blog|events|chronolog/u,
  inSummary: /summary|overview|tl;?dr|context|description|what happened|background/u,
  inCauses: /cause|contribut|why|trigger|fault|problem/u,
  inImpact: /impact|affect|symptom|detect/u,
};

const acted =
  /\b(?:restart|roll(?:ed|ing)? ?back|rollback|revert|scal|increas|delet|remov|appl(?:ied|ying)|(?:re)?deploy|upgrad|renew|replac|disabl|enabl|chang|updat|kill|migrat|switch|mov(?:ed|ing)|recreat|clear|patch|merg|reboot|bump|releas|rotat|drain|re-?r[au]n|resiz|modif|implement|creat|block|downgrad|terminat|cordon|rebuil|generat|provision|whitelist|allow|turn(?:ed|ing)|promot|publish|re-?index|manual)/iu;
const confirmed =
  /\b(?:resolved|restored|recovered|mitigated|healthy|back (?:up|to|online)|returned? to normal|came back|come back|working (?:again|as)|fixed|operational|up again|all clear|confirm|stabili[sz]ed|succe|improved|normal again)/iu;

/** Signs that a sentence has if its text matches. */
const words: Readonly<Record<string, RegExp>> = {
  acted,
  confirmed,
  resolved: /\b(?:resolv|fix(?:ed|es)|restor|recover|mitigat|repair|solve)/iu,
  byMeans:
    /\bby \w+ing\b|\bafter \w+ing\b|\bwhich (?:re|fix|brought|solved|allowed)|\bthis (?:fix|re|brought|solved|allowed)|\b(?:fix|solution|resolution|workaround) (?:was|is)\b/iu,
  planned:
    /\b(?:will|should|could|would|plan(?:s|ned|ning)?|needs? to|todo|consider|might|may|propose|want to|look(?:ed|ing)? (?:at|into)|try(?:ing)? to|attempt|going to|let's)\b/iu,
  investigated: /\b(?:investigat|suspect|debug|check(?:ed|ing))/iu,
  noticed:
    /\b(?:notic|report|alert|alarm|identif|detect|declared|observ|complain|pagerduty|pingdom|failing|unavailable|outage)/iu,
  denied: /n't\b|\b(?:not|no effect|unsuccessful|still|without success|but)\b/iu,
  asked: /\?$/u,
  closed: /\bincident (?:was )?(?:resolved|closed|over)|\ball clear\b/iu,
  reasoned: /\b(?:because|due to|caused by|root cause)\b/iu,
};

/** Whether a sign tells where a sentence stands. Such signs of neighbours do not count. */
export function isOfPlace(sign: string): boolean {
  return sign === 'place' || sign === 'placeSquared';
}

const nearEnd = 3;
const window = 3;

/** The signs of each sentence of a report, with what stands around it. */
export function readSigns(sentences: readonly Sentence[]): Signs[] {
  const isAction = sentences.map(({ text }) => acted.test(text));
  const isConfirmation = sentences.map(({ text }) => confirmed.test(text) && !text.endsWith('?'));
  const timedAt = sentences.flatMap(({ isTimed }, at) => (isTimed ? [at] : []));
  const firstConfirmation = sentences.findIndex(
    ({ isTimed, section }, at) => isConfirmation[at] === true && (isTimed || /time|resol|event/u.test(section)),
  );
  const lastAction = isAction.lastIndexOf(true, firstConfirmation === -1 ? undefined : firstConfirmation);
  return sentences.map((sentence, at) => {
    const { text, section, isTimed, place } = sentence;
    const signs: Record<string, number> = { place, placeSquared: place ** 2 };
    const note = (name: string, isShown: boolean) => {
      if (isShown) signs[name] = 1;
    };
    for (const [name, expression] of Object.entries(sections)) note(name, expression.test(section));
    for (const [name, expression] of Object.entries(words)) note(name, expression.test(text));
    const isConfirmedSoon = Array.from({ length: window }, (_, more) => at + 1 + more).some(
      (next) => isConfirmation[next] === true && sentences[next]?.section === section,
    );
    note('isTimed', isTimed);
    note('endsTimeline', isTimed && timedAt.length - timedAt.indexOf(at) <= nearEnd);
    note('beginsSection', sentences[at - 1]?.section !== section);
    note('endsSection', sentences[at + 1]?.section !== section);
    note('confirmedSoon', isConfirmedSoon);
    note('actedConfirmedSoon', isAction[at] === true && isConfirmedSoon);
    note('actedAndConfirmed', isAction[at] === true && isConfirmation[at] === true);
    note('afterAction', isAction[at - 1] === true && isConfirmation[at] === true);
    note('isLastAction', at === lastAction);
    note('isFirstConfirmation', at === firstConfirmation);
    note('isAfterwards', firstConfirmation !== -1 && at > firstConfirmation);
    note('actedInResolution', 'inResolution' in signs && 'acted' in signs);
    note('beginsResolution', 'inResolution' in signs && 'beginsSection' in signs);
    note('timedAction', isTimed && 'acted' in signs);
    note('timedConfirmation', isTimed && 'confirmed' in signs);
    note('actedByMeans', 'byMeans' in signs && 'acted' in signs);
    note('resolvedByMeans', 'byMeans' in signs && 'resolved' in signs);
    note('plannedAction', 'planned' in signs && 'acted' in signs);
    return signs;
  });
}
