import type { StatedPassage } from '@refrain/domain';
import { choosePassage, quoteSentences } from '../report-passages.ts';
import { findNoteResolution } from './find-note-resolution.ts';
import { listResolutionPassages } from './list-resolution-passages.ts';
import { resolutionWeights } from './resolution-weights.ts';

/** Precision of resolutions on labelled reports of five organisations, each with weights learnt from the other four. */
const confidence = 0.72;
const noteConfidence = 0.7;

/**
 * Finds the passage of a report that states how the incident was resolved, or else a short note that does. Returns null if
 * no passage clearly does.
 */
export function findResolution(report: string): StatedPassage | null {
  const best = choosePassage(listResolutionPassages(report), resolutionWeights);
  if (best !== null) return { quote: quoteSentences(best.passage.sentences), confidence };
  const note = findNoteResolution(report);
  return note === null ? null : { quote: note, confidence: noteConfidence };
}
