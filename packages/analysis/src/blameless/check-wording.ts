import type { WordingFinding } from '@refrain/domain';
import { applyEdits, findInSentence } from './find-in-sentence.ts';
import { hideQuoted } from './hide-quoted.ts';
import { listSentences } from './sentences.ts';

/**
 * In UTF-16 units: shorter sentences are skipped, so that a text of tiny sentences is not checked against every rule.
 */
const minFindingLength = 8;

/**
 * Finds the words of a text that make a person the thing that failed, in order and without overlap. Quotations, code,
 * addresses and log lines are ignored. Each sentence is judged alone: only roles, handles and common given names are
 * recognised as persons. Takes time linear in the text. Based on public work about blameless post-mortems: John
 * Allspaw's at Etsy, Google's SRE book, the Howie guide, and Sidney Dekker on counterfactuals, judgement and hindsight.
 */
export function checkWording(text: string): WordingFinding[] {
  const visible = hideQuoted(text);
  return listSentences(visible).flatMap(({ start, end }) => {
    if (end - start < minFindingLength) return [];
    const written = text.slice(start, end);
    const findings = findInSentence({ written, visible: visible.slice(start, end) });
    if (findings.length === 0) return [];
    const reworded = oneSpaced(applyEdits(written, findings));
    return findings.map((finding) => ({
      start: start + finding.start,
      end: start + finding.end,
      words: written.slice(finding.start, finding.end),
      kind: finding.kind,
      reason: finding.reason,
      suggestion: finding.question ?? reworded,
      edit:
        finding.edit === null
          ? null
          : { start: start + finding.edit.start, end: start + finding.edit.end, text: finding.edit.text },
    }));
  });
}

function oneSpaced(sentence: string): string {
  return sentence.replace(/\s+/gu, ' ').trim();
}
