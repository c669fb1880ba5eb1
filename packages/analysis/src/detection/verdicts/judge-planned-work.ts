import type { FailureDraft } from '@refrain/domain';

const maxTextLength = 20_000;
/** Matches the work that a notice announces. Words such as "upgrade" count only with an adjective such as "planned". */
const work =
  '(?:maintenance|(?:scheduled|planned) (?:[\\w-]{1,30} ){0,2}(?:works?|upgrades?|updates?|migrations?|downtime|outages?|interruptions?|reboots?|failovers?))';
/** Matches a title that names only the work. */
const titleOfWork = new RegExp(
  `^[^\\p{L}]{0,20}(?:(?:scheduled|planned|routine|upcoming) (?:[\\w-]{1,30} ){0,4}maintenance|${work})\\b|\\b${work}(?: (?:window|works?|notice|notification|announcement))?[^\\p{L}]{0,20}$`,
  'iu',
);
const announcement = new RegExp(
  [
    `\\b(?:will|going to|is to|are to|plan(?:s|ned|ning)? to)\\b.{0,120}\\b${work}\\b`,
    `\\b(?:is|are) (?:now |currently )?(?:performing|conducting|undergoing|carrying out|doing) (?:[\\w-]{1,30} ){0,3}${work}\\b`,
    `\\b(?:scheduled|planned|routine) (?:[\\w-]{1,30} ){0,2}(?:maintenance|work|upgrade|migration) (?:is|has) (?:now |currently )?(?:in progress|under ?way|begun|started)\\b`,
    `\\b(?:due to|because of|for) (?:scheduled|planned|routine) ${work}\\b.{0,80}\\b(?:we expect|will|may)\\b`,
    '\\bwill (?:\\w{1,20} )?be (?:paused|offline|unavailable|read-only|down|disabled|restarted|migrated|upgraded)\\b.{0,20}\\b(?:on|from|between|starting) ',
  ].join('|'),
  'iu',
);
const ending = new RegExp(
  [
    `\\b${work} (?:window |period )?(?:has |have |is |was |were )?(?:now )?(?:been )?(?:now )?(?:successfully )?(?:completed?|finished|concluded|over)\\b`,
    '\\b(?:work|maintenance|migration|upgrade|everything|it)\\b.{0,60}\\b(?:progressed|proceeded|completed|finished|went|concluded|done)\\b.{0,20}\\bas (?:planned|scheduled|expected|intended)\\b',
    '\\bcompleted as (?:planned|scheduled)\\b',
  ].join('|'),
  'iu',
);
/** Matches the statement that a record was opened only to announce work. */
const declaration = new RegExp(
  `\\b(?:incident|notice|post|event|entry|page) (?:was|is) (?:only |just |merely )?(?:used|opened|created|posted|published) to (?:notify|inform|announce|communicate)\\b.{0,60}\\b${work}\\b`,
  'iu',
);
const unforeseen = /\b(?:emergency|unplanned|unscheduled|urgent)\b/iu;
const harm =
  /\b(?:fail(?! ?-?over)(?:s|ed|ing|ures?)?|errors?|exceptions?|crash\w*|br(?:oke|oken|eaks|eaking)|unable|caus(?:ed|ing|es)|incidents?|unexpected\w*|unintended|unintentional\w*|degrad\w*|roll(?:ed|ing)? back|rollback|revert\w*|timed out|time-?outs?|lost|disrupt(?:ed|ing|ions?)|impact(?:ed|ing|s)|affected|investigat\w*|delay(?:s|ed)|elevated|stuck|unhealthy|abort\w*|cancel\w*|(?:did|does|do|could) ?n['’o]t)\b/iu;
const harmOfTitle =
  /\b(?:down|unavailable|unreachable|slow\w*|latency|delay\w*|stuck|high|late|overr[ua]n\w*|missing|experienc\w*|during|after|following|due|because|by|not)\b/iu;
/** Matches a consequence of the work: "after the maintenance", "as a result of planned maintenance". */
const consequence = new RegExp(
  `\\b(?:after|following|during|because of|due to|result of|side effects? of) (?:(?:the|this|our|an?|some) )?(?:[\\w-]{1,30} ){0,2}${work}\\b`,
  'iu',
);
/** Matches words for what is only expected, possible or ruled out, such as "may", "if" and "no". */
const conditional =
  /\b(?:will|may|might|could|can|should|would|if|once|expect\w*|anticipat\w*|in case|avoid|minimi[sz]\w*|no|none|without|zero)\b/iu;

/** Matches a clause about a later end: "once the maintenance is complete". */
const condition = /\b(?:once|when|until|after|if|before)\b/iu;

type Judged = Pick<FailureDraft, 'kind' | 'title' | 'text' | 'isFailure' | 'confidence' | 'decidingWords'>;

/** Confidence of a planned verdict without a statement of harm, and with a statement that the record is only a notice. */
const confidence = { undisturbed: 0.9, declared: 0.8 };
/** Minimum number of these: a title that names the work, its announcement, and its end. */
const minSignals = 2;

/**
 * Judges an incident as planned if it only announces maintenance or reports its end, and nothing failed. Emergency work,
 * failures of the maintenance and incidents during it stay failures.
 */
export function judgePlannedWork<T extends Judged>(failure: T): T {
  if (failure.kind !== 'incident' || !failure.isFailure) return failure;
  const sentences = failure.text.slice(0, maxTextLength).split(/\n|(?<=[.!?])\s/u);
  const end = findIn(
    sentences.filter((one) => !condition.test(one)),
    ending,
  );
  const signals = [findIn([failure.title], titleOfWork), findIn(sentences, announcement), end].flatMap(
    (one) => one ?? [],
  );
  if (signals.length < minSignals || findIn([failure.title, ...sentences], unforeseen) !== null) return failure;
  const declared = findIn(sentences, declaration);
  const isUndisturbed = !isHarmfulTitle(failure.title) && !sentences.some(isHarmful);
  if (!isUndisturbed && (declared === null || end === null)) return failure;
  return {
    ...failure,
    isFailure: false,
    confidence: isUndisturbed ? confidence.undisturbed : confidence.declared,
    decidingWords: [...new Set([...(declared === null ? [] : [declared]), ...signals])],
  };
}

function findIn(sentences: readonly string[], pattern: RegExp): string | null {
  for (const sentence of sentences) {
    const words = pattern.exec(sentence)?.[0].trim();
    if (words !== undefined) return words;
  }
  return null;
}

function isHarmfulTitle(title: string): boolean {
  return harm.test(title) || harmOfTitle.test(title);
}

/** Returns whether a sentence states harm as a fact. In "may see errors", the harm is only expected. */
function isHarmful(sentence: string): boolean {
  if (consequence.test(sentence) && !conditional.test(sentence)) return true;
  const at = sentence.search(harm);
  return at !== -1 && !conditional.test(sentence.slice(0, at));
}
