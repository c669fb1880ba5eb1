import { findSentenceSubject } from './people.ts';
import { createRules, endOfMatch, isNegated, type RuleMatcher, removeWords } from './rule.ts';

const reason = 'It is plain only to those who know how it ended; what was visible then is what can be improved.';
const question = { question: 'What was visible at the time, and what would have made it visible sooner?' };

/** Verbs in the past tense. In a statement without one, "of course" only concedes a point. */
const past = /\b(?:was|were|wasn|weren|did|didn|had|hadn|should have|could have|knew|failed|broke|went|forgot)\b/iu;

function judgesPast(visible: string, start: number, end: number): boolean {
  const before = visible.slice(Math.max(0, start - 60), start);
  const after = visible.slice(end, end + 60);
  if (!/\p{L}/u.test(before) || /(?:[,;(–—]|\b(?:and|but|so|because))\s*$/iu.test(before)) {
    return past.test(after) || (/,\s*$/u.test(before) && /^\s*[,.!]/u.test(after) && past.test(before));
  }
  return /\b(?:was|were|had|did|wasn['’]t|didn['’]t)\s+$/iu.test(before);
}

/** Matches `Obviously, …`, `of course`, `needless to say`. */
const obviously: RuleMatcher = {
  trigger:
    /\b(?:(?:quite|so|very|pretty)\s+)?(?:obviously|of course|needless to say|surprise,? surprise|unsurprisingly)\b(?!\s+(?:work|material|content|registration|correction))/giu,
  find(match, sentence) {
    const before = sentence.visible.slice(0, match.index);
    if (isNegated(before) || /-$/u.test(before) || !judgesPast(sentence.visible, match.index, endOfMatch(match)))
      return null;
    return removeWords(sentence, match);
  },
};

/** Matches `clearly` as a judgement, but not in `clearly labelled`. */
const clearly: RuleMatcher = {
  trigger:
    /(?:^|(?<=[\s(]))clearly(?=,|\s+(?:the|this|that|it|an?|not|no|did|does|had|has|was|were|is|are|should|could|wrong|we|they|he|she|nobody|someone|broken|insufficient|inadequate|unacceptable|bad)\b)/giu,
  find(match, sentence) {
    const { visible } = sentence;
    const before = visible.slice(0, match.index);
    if (isNegated(before) || !judgesPast(visible, match.index, endOfMatch(match))) return null;
    return removeWords(sentence, match);
  },
};

/** Matches `it was obvious that` and `an obvious mistake`, but not `it was not obvious`. */
const obvious: RuleMatcher = {
  trigger:
    /\b(?:(it\s+(?:was|became|should be|should have been)\s+(?:\p{L}{2,12}\s+)?obvious\s+that)|(an|the|this|such an)\s+obvious(?=\s+(?:mistakes?|errors?|bugs?|causes?|problems?|fix|step|signs?|warnings?|flaws?|oversight)\b))/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index)) || /\b(?:not|less|never|hardly)\b/iu.test(match[0])) return null;
    const range = { start: match.index, end: endOfMatch(match) };
    if (match[1] !== undefined) return { ...range, replacement: 'it turned out that' };
    const isVowel = /^\s+[eo]/iu.test(visible.slice(range.end, range.end + 4));
    const article = /an$/iu.test(match[2] ?? '') ? (isVowel ? 'an' : 'a') : (match[2] ?? 'the').toLowerCase();
    return { ...range, replacement: /^such/iu.test(match[2] ?? '') ? `such ${article}` : article };
  },
};

/** Matches `any competent engineer would have noticed`, `common sense`, `how could anyone`. */
const anyone: RuleMatcher = {
  trigger:
    /\b(?:(?:any|every)(?:one|body)?(?:\s+\p{L}{3,14}){0,2}\s+(?:would|should|could)\s+have\s+(?:noticed|seen|known|spotted|caught|realised|realized|checked)|common\s+sense\s+(?:would|should|says|dictates)|how\s+could\s+(?:any|some)(?:one|body))\b/giu,
  find: (match) => ({ start: match.index, end: endOfMatch(match), replacement: question }),
};

export const hindsightRules = createRules('hindsight', reason, [anyone, obvious, obviously, clearly]);

const easy = 'It makes a step look easy that was not, which hides what stood in its way.';

/** Matches `all they had to do was check`, `the engineer simply had to`, `just a typo`. */
const onlyHadTo: RuleMatcher = {
  trigger:
    /\ball\s+(?:that\s+)?(?:he|she|they|we|you|anyone|(?:the|an)\s+\p{L}{3,15})\s+(?:had|needed)\s+to\s+do\s+was(?:\s+to)?\b/giu,
  find: (match) => ({ start: match.index, end: endOfMatch(match), replacement: 'the process did not ask anyone to' }),
};

const simply: RuleMatcher = {
  trigger: /\b(?:just|simply|merely|only)\s+(?:had|needed)\s+to\b/giu,
  find(match, sentence) {
    const subject = findSentenceSubject(sentence.visible.slice(0, match.index));
    if (subject === null || subject.who === 'you' || isNegated(sentence.visible.slice(0, subject.start))) return null;
    const end = match.index + (/^\p{L}+/u.exec(match[0])?.[0].length ?? 0);
    return removeWords(sentence, match, end);
  },
};

const justA: RuleMatcher = {
  trigger:
    /\b(?:just|simply|merely)(?=\s+an?\s+(?:(?:simple|small|silly|stupid|tiny|minor|quick|trivial)\s+)?(?:typo|mistake|oversight|slip|misconfiguration|config(?:uration)? change|one-?liner|one-line change)\b)/giu,
  find(match, sentence) {
    if (isNegated(sentence.visible.slice(0, match.index))) return null;
    return removeWords(sentence, match);
  },
};

export const minimisingRules = createRules('minimising', easy, [onlyHadTo, simply, justA]);
