import type { WordingKind } from '@refrain/domain';
import { blameRules } from './rules/blame.ts';
import { counterfactualRules } from './rules/counterfactual.ts';
import { hindsightRules, minimisingRules } from './rules/hindsight.ts';
import { judgementRules } from './rules/judgement.ts';
import { namedPersonRules } from './rules/named-person.ts';
import { omissionRules } from './rules/omission.ts';
import { personAsCauseRules } from './rules/person-as-cause.ts';
import type { MaskedSentence, Rule, RuleFinding } from './rules/rule.ts';
import { unguardedActionRules } from './rules/unguarded-deed.ts';

/** All rules in order of precedence. If two rules match the same words, the finding of the earlier rule is kept. */
const rules: readonly Rule[] = [
  ...counterfactualRules,
  ...omissionRules,
  ...unguardedActionRules,
  ...personAsCauseRules,
  ...blameRules,
  ...namedPersonRules,
  ...judgementRules,
  ...hindsightRules,
  ...minimisingRules,
];

/** A finding with offsets into its sentence, in UTF-16 units. */
export interface BlameFindingInSentence {
  readonly start: number;
  readonly end: number;
  readonly kind: WordingKind;
  readonly reason: string;
  readonly question: string | null;
  readonly edit: { readonly start: number; readonly end: number; readonly text: string } | null;
}

/** Finds the words in a sentence that blame a person, in text order. Neither the found words nor the edits overlap. */
export function findBlamingWords(sentence: MaskedSentence): BlameFindingInSentence[] {
  const taken: BlameFindingInSentence[] = [];
  for (const rule of rules) {
    for (const match of sentence.visible.matchAll(rule.trigger)) {
      const found = rule.find(match, sentence);
      if (found === null) continue;
      const finding = toFinding(rule, found, sentence);
      if (!taken.some((other) => overlap(finding, other))) taken.push(finding);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

export function applyWordingEdits(text: string, findings: readonly Pick<BlameFindingInSentence, 'edit'>[]): string {
  let made = '';
  let at = 0;
  const edits = findings.flatMap(({ edit }) => (edit === null ? [] : [edit])).sort((a, b) => a.start - b.start);
  for (const { start, end, text: own } of edits) {
    made += text.slice(at, start) + own;
    at = end;
  }
  return made + text.slice(at);
}

function toFinding({ kind, reason }: Rule, found: RuleFinding, { written }: MaskedSentence): BlameFindingInSentence {
  const { start, end, replacement: instead, edited = found } = found;
  if (typeof instead !== 'string') return { start, end, kind, reason, question: instead.question, edit: null };
  return { start, end, kind, reason, question: null, edit: withCapital(written, edited.start, edited.end, instead) };
}

/** Capitalises a replacement at the beginning of a sentence if the original was capitalised. */
function withCapital(written: string, start: number, end: number, text: string): BlameFindingInSentence['edit'] {
  const begins = !/[\p{L}\p{N}]/u.test(written.slice(0, start)) && /^@|^\P{L}*\p{Lu}/u.test(written.slice(start, end));
  if (!begins) return { start, end, text };
  if (text !== '') return { start, end, text: text.charAt(0).toUpperCase() + text.slice(1) };
  const next = written.charAt(end);
  return /\p{Ll}/u.test(next) ? { start, end: end + 1, text: next.toUpperCase() } : { start, end, text };
}

function overlap(one: BlameFindingInSentence, other: BlameFindingInSentence): boolean {
  const [a, b] = [reachOf(one), reachOf(other)];
  return a.start < b.end && b.start < a.end;
}

function reachOf({ start, end, edit }: BlameFindingInSentence): { start: number; end: number } {
  return edit === null ? { start, end } : { start: Math.min(start, edit.start), end: Math.max(end, edit.end) };
}
