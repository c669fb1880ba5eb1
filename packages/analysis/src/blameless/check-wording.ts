import type { WordingFinding } from '@refrain/domain';
import { applyEdits, findInSentence } from './find-in-sentence.ts';
import { hideQuoted } from './hide-quoted.ts';
import { listSentences } from './sentences.ts';

/** UTF-16 units; a text of tiny sentences is not read thirty times for nothing. */
const minFindingLength = 8;

/**
 * The words of a text that make a person the thing that failed, in the order of the text; they do not overlap. Quotations,
 * code, addresses and lines of logs are not read. Says only what a sentence says by itself: it knows a role, a handle or a
 * common given name, no other person. Takes time in proportion to the text, whatever is in it.
 *
 * After what is written in public about post-mortems without blame: John Allspaw's at Etsy, Google's SRE book, the Howie
 * guide, and Sidney Dekker on counterfactuals, judgement and hindsight in telling what people did.
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
