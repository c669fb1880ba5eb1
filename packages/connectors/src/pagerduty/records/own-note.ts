const signature = 'Written once by Refrain, from what it has stored; it will not be edited.';

/** Appends the line by which Refrain recognises its notes. */
export function signNote(content: string): string {
  return `${content.trimEnd()}\n${signature}`;
}

/** Tells whether Refrain wrote a note. Such a note is about other incidents and contains no findings about this one. */
export function isOwnNote(content: string): boolean {
  return content.trimEnd().endsWith(signature);
}
