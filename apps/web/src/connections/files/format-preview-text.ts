/** Formats the text of a record for a preview of two lines: a Markdown heading becomes `Resolution: …`. */
export function formatPreviewText(text: string): string {
  return text.replaceAll(/^#{1,6} ([^\n]+)\n+/gmu, '$1: ');
}
