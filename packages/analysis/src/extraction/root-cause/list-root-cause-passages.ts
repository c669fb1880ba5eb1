import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import type { SentenceSignals } from '../read-sentence-signals.ts';
import {
  areTogether,
  joinSentences,
  type Passage,
  readSentencesWithSignals,
  type SentenceWithSignals,
} from '../report-passages.ts';
import { selectCauses } from './judge-cause.ts';

/** Limits of a passage; in a section about causes, which often is a list, a passage may have more sentences. */
const limits = { sentences: 2, sentencesOnCauses: 3, words: 50 } as const;

/** Patterns that a sentence matches if it has the signal. */
const words = {
  /** The sentence says that it states a cause. */
  named:
    /\b(?:root[- ]caused?|(?:under)?lying cause|causes?(?: of (?:this|the)[^.]{0,40})? (?:was|were|is|seems|appears)|(?:caused|triggered) (?:by|when|because)|culprit|to blame|stem(?:s|med) from|originat(?:es|ed) (?:from|in)|attributed to|reason (?:for|was|is|why|being)|to be the cause|(?:issue|problem|explanation|hypothesis|theory|guess) (?:is|was) (?:that|identified as)|identified as the)\b/iu,
  because: /\b(?:due to|because|as a result of|result(?:ed|ing)? from|owing to|thanks to|since (?:the|we|it))\b/iu,
  /** The sentence says what followed. */
  consequence:
    /\b(?:which (?:caused|meant|led|resulted|triggered|made|broke|prevented|stopped)|this (?:caused|meant|led|resulted|triggered|made|broke|prevented)|caus(?:ing|ed)|lead(?:ing|s)? to|led to|result(?:ing|ed) in|so that|so (?:the|it|all|any|every) |meaning|meant|thus|therefore|hence|preventing|rendering|disabling|breaking|triggering|broke|(?:this|which) took)\b/iu,
  found:
    /\b(?:identified|discovered|found|determined|reali[sz]ed|turned out|turns out|concluded|confirmed|traced|established|it (?:was|is) (?:clear|noted|apparent)|looks like|we (?:saw|learned|can see|think|believe)|investigation (?:showed|revealed))\b/iu,
  /** The sentence states a defect or a shortage. */
  defect:
    /\b(?:full|exhaust\w+|out of|expired?|wrong(?:ly)?|incorrect(?:ly)?|missing|missed|invalid|malformed|unexpected(?:ly)?|incompatib\w+|bug(?:gy|s)?|race|leak\w*|limits?|quotas?|too (?:small|low|many|much|large|big|long|short|high|few)|not (?:set|enough|able|have|been|exist|configured|aware|handle\w*)|(?:did|does|do|was|were|is|has|had|could|can)n['’]t|did not|no longer|lack(?:s|ed|ing)?|without|mis\w{0,2}config\w+|misconfigur\w+|typo|accident\w+|inadvertent\w*|unintention\w+|by mistake|mistaken\w*|overload\w*|overwhelm\w*|conflict\w*|deprecat\w+|drop(?:ped|s)?|broke(?:n)?|faulty|insufficient|assum\w+|collid\w+|out of sync|unsafe\w*|poor|bad)\b/iu,
  changed:
    /\b(?:upgrad\w+|updat(?:ed?|ing|es)|new (?:version|release|code|config\w*)|latest version|deploy(?:ed|ment|ing)|releas(?:ed|e)|merg(?:ed|ing)|remov(?:ed|al|ing)|delet(?:ed|ion|ing)|destroy\w*|renam\w+|migrat\w+|chang(?:ed?|es|ing)|added|introduc\w+|switch\w*|rotat\w+|appl(?:ied|y|ying)|pushed|rolled? out|moved|modified|configured)\b/iu,
  loaded:
    /\b(?:load|traffic|memory|cpu|disk|capacity|requests|connections|spike|bots?|crawl\w*|heavy|high|usage|quer(?:y|ies))\b/iu,
  hedged:
    /\b(?:might|may|could|possibl\w+|perhaps|suspect\w*|unclear|unknown|not sure|probabl\w+|likely|assum\w+|seems?)\b|\?/iu,
  /** The sentence states what users or alerts showed. */
  harmed:
    /\b(?:users?|customers?|visitors|people|teams?) (?:\w+ ){0,3}(?:unable|could|can|were|was|experienc\w+|saw|see|report\w*|affected|impacted|not)|\bunavailable|outage|down\b|\b[45]\d\d\b|\berrors?\b|alert\w*/iu,
} as const;

/** Matches headings of sections that state causes, unlike those that also have an analysis or a chronology. */
const causeHeading = /\bcauses?\b/u;

function isCauseHeading(section: string): boolean {
  return causeHeading.test(section.split(' / ').at(-1) ?? '');
}

/** Matches sentences that state the cause of the whole failure, such as “The outage was caused by …”. */
const explicit =
  /\b(?:issue|incident|outage|problem|failures?|errors?|disruption|degradation|impact|event|this|it|these|which) (?:has |have |had )?(?:was|were|is|been) (?:\w+ ){0,3}?(?:caused|triggered|due to|because|(?:a|the) (?:\w+ )?result of)\b|\b(?:root|underlying) cause (?:of [^.,;]{1,80} )?(?:was|is|were)\b(?! (?:\w+ ){0,2}(?:identified|found|unknown|unclear|known|fixed|still|under|being|not|determined|addressed))|\bcause:|\b(?:issue|incident|outage|problem|disruption|degradation|it|this) (?:resulted|stemmed|originated) from\b/iu;

/** Returns whether a sentence says that it states a cause, as with “due to”. */
export function isCauseStated(sentence: string): boolean {
  return words.named.test(sentence) || words.because.test(sentence);
}

/** Signals of any sentence that also tell whether it states the root cause. */
const general = [
  'inCauses',
  'inResolution',
  'inSummary',
  'inTimeline',
  'beginsSection',
  'asked',
  'planned',
  'communicated',
  'confirmed',
  'byMeans',
] as const;
/** Signals of the sentence before a passage that count too. */
const preceding = ['named', 'found', 'harmed', 'defect'] as const;

export interface RootCausePassage extends Passage {
  /** Selects the sentences that explain the failure. Returns none if no sentence does, or if one of them only repeats the title. */
  readonly selectStated: () => readonly SentenceWithSignals[];
}

/**
 * Lists the passages of a report that may state the root cause: all sentences except plans, alone and in pairs.
 * @param maxSentences maximum number of sentences per passage
 */
export function listRootCausePassages(
  title: string,
  report: string,
  maxSentences: number = limits.sentencesOnCauses,
): RootCausePassage[] {
  const all = readSentencesWithSignals(report);
  const titleStems = new Set(listStems(title));
  const repeatsTitle = (text: string) => {
    const stems = listStems(text);
    return stems.length > 0 && stems.length <= titleStems.size + 1 && stems.every((stem) => titleStems.has(stem));
  };
  const signals = all.map((sentence) => readSignals(sentence, titleStems));
  return all.flatMap((first, from) => {
    if ('inPlans' in first.signals || isAnnouncement(first.text)) return [];
    const previous = all[from - 1];
    const before = previous !== undefined && areTogether(previous, first) ? signals[from - 1] : undefined;
    const most = isCauseHeading(first.section) ? limits.sentencesOnCauses : limits.sentences;
    const sentencesLimit = Math.min(most, maxSentences);
    return joinSentences(all, from, { ...limits, sentences: sentencesLimit }).map((sentences) => ({
      sentences,
      selectStated: () => {
        const causes = selectCauses(sentences, (one) => signals[from + sentences.indexOf(one)] ?? {});
        return causes.some(({ text }) => repeatsTitle(text)) ? [] : causes;
      },
      signals: {
        ...joinSignals(signals.slice(from, from + sentences.length)),
        ...Object.fromEntries(
          preceding.flatMap((name) => (before?.[name] === undefined ? [] : [[`after:${name}`, 1]])),
        ),
        ...describeSize(sentences),
        position: from / all.length,
      },
    }));
  });
}

/** Matches what status pages say before anything is known, such as “We are experiencing an issue with the gateway”. */
const announcement =
  /\b(?:(?:we|our team|engineers) (?:are|is|have been)(?: \w+)? (?:experiencing|investigating|seeing|aware|observing)|under investigation|(?:will|to) provide (?:an|more|further)? ?update|apologi[sz]e|status page|please (?:follow|note|contact|see|visit|check))\b/iu;

function isAnnouncement(text: string): boolean {
  return announcement.test(text) && !words.named.test(text) && !words.because.test(text);
}

function describeSize(sentences: readonly SentenceWithSignals[]): SentenceSignals {
  const share = Math.min(1, sentences.reduce((sum, one) => sum + one.words, 0) / limits.words);
  return { words: share, wordsSquared: share ** 2, ...(sentences.length > 1 && { twoSentences: 1 }) };
}

/** Returns for each signal its highest value in any of the sentences. */
function joinSignals(sentences: readonly SentenceSignals[]): Record<string, number> {
  const joined: Record<string, number> = {};
  for (const signals of sentences) {
    for (const [name, value] of Object.entries(signals)) joined[name] = Math.max(joined[name] ?? 0, value);
  }
  return joined;
}

function readSignals(
  { text, section, signals }: SentenceWithSignals,
  titleStems: ReadonlySet<string>,
): SentenceSignals {
  const found: Record<string, number> = {};
  for (const name of general) if (signals[name] !== undefined) found[name] = signals[name];
  if (signals.timelinePosition !== undefined)
    Object.assign(found, { timelinePosition: signals.timelinePosition, inTimeline: 1 });
  for (const [name, expression] of Object.entries(words)) if (expression.test(text)) found[name] = 1;
  const note = (name: string, isShown: boolean) => {
    if (isShown) found[name] = 1;
  };
  const isStated = 'named' in found || 'because' in found;
  note('stated', isStated);
  note('defectInCauses', 'inCauses' in found && 'defect' in found);
  note('underCause', isCauseHeading(section));
  note('beginsCauses', 'underCause' in found && 'beginsSection' in found);
  note('explicit', explicit.test(text));
  note('statedInSummary', 'inSummary' in found && isStated);
  note('changeWithConsequence', 'changed' in found && 'consequence' in found);
  note('foundDefect', 'found' in found && 'defect' in found);
  const shared = listStems(text).filter((one) => titleStems.has(one)).length;
  if (titleStems.size > 0) found.titleWords = shared / titleStems.size;
  return found;
}

function listStems(text: string): string[] {
  const all = (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !isStopWord(word));
  return [...new Set(all.map(stem))];
}
