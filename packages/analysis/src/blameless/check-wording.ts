import type { WordingFinding } from '@refrain/domain';
import { applyEdits, findBlamingWords } from './find-blaming-words.ts';
import { maskQuotations } from './mask-quotations.ts';
import { listSentences } from './sentences.ts';

/** Minimum length of a checked sentence in UTF-16 units. Shorter ones are skipped to save time. */
const minSentenceLength = 8;

/**
 * Finds words that blame a person, in text order and without overlap. Ignores quotations, code, URLs and log lines.
 * Based on public work about blameless post-mortems: John Allspaw at Etsy, Google's SRE book, the Howie guide, and
 * Sidney Dekker on counterfactuals, judgement and hindsight.
 */
export function checkWording(text: string): WordingFinding[] {
  const visible = maskQuotations(text);
  return listSentences(visible).flatMap(({ start, end }) => {
    if (end - start < minSentenceLength) return [];
    const written = text.slice(start, end);
    const findings = findBlamingWords({ written, visible: visible.slice(start, end) });
    if (findings.length === 0) return [];
    const reworded = applyEdits(written, findings).replace(/\s+/gu, ' ').trim();
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
