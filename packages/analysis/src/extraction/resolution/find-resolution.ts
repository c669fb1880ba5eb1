import type { StatedPassage } from '@refrain/domain';
import { choosePassage, quoteSentences, readSentencesWithSignals } from '../report-passages.ts';
import { findNoteResolution } from './find-note-resolution.ts';
import { listResolutionPassages } from './list-resolution-passages.ts';
import { resolutionWeights } from './resolution-weights.ts';

/** Precision of resolutions on labelled reports of five organisations, each with weights learnt from the other four. */
const confidence = 0.72;
const noteConfidence = 0.7;

/**
 * Finds the passage of a report that states how the incident was resolved, or else a short note that does, or a short section with the
 * heading “Resolution”. Returns null if no passage clearly does.
 */
export function findResolution(report: string): StatedPassage | null {
  const best = choosePassage(listResolutionPassages(report), resolutionWeights);
  if (best !== null) return { quote: quoteSentences(best.passage.sentences), confidence };
  const note = findNoteResolution(report);
  const quote = note ?? quoteResolutionSection(report);
  return quote === null ? null : { quote, confidence: noteConfidence };
}

const resolutionHeading = /(?:^|\/ )resolution$/u;
/** Matches an entry that states no resolution. */
const unknownResolution = /^(?:none|unknown|n\/?a|tbd|pending|open|not\b|-+)/iu;
const maxSection = { sentences: 2, words: 40 };

/**
 * Quotes a section “Resolution” that consists of at most two sentences, as a cell of a table does. Returns null if the section states
 * a cause or a plan.
 */
function quoteResolutionSection(report: string): string | null {
  const own = readSentencesWithSignals(report).filter(({ section }) => resolutionHeading.test(section));
  const words = own.reduce((sum, sentence) => sum + sentence.words, 0);
  if (own.length === 0 || own.length > maxSection.sentences || words < 2 || words > maxSection.words) return null;
  if (own.some(({ signals }) => 'caused' in signals || 'planned' in signals)) return null;
  return unknownResolution.test(own[0]?.text ?? '') ? null : quoteSentences(own);
}
