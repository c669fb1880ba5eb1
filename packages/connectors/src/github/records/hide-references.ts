/** Matches URLs, numbers (`#12`, `acme/api!12`) and SHAs, at least all that @refrain/analysis reads as references. */
const reference = /https?:\/\/\S{1,2000}|[#!]\d{1,20}|\b(?=[0-9a-f]{0,39}\d|[0-9a-f]{40}\b)[0-9a-f]{7,40}\b/giu;

/** Hides references to changes in a text whose author must not influence the search for the cause. */
export function hideReferences(text: string): string {
  return text.replace(reference, '…');
}
