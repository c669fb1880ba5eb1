import type { NormalisedDocument } from '../../text/failure-document.ts';
import { listTerms } from '../../text/normalise-document.ts';
import { isComparable } from './general-terms.ts';

/** Returns the terms of a title that are the same at each occurrence of a failure. */
export function listTitleTerms({ masked }: Pick<NormalisedDocument, 'masked'>): ReadonlySet<string> {
  return new Set(
    listTerms(masked.title)
      .map(({ term }) => term)
      .filter(isComparable),
  );
}
