const signature = 'Written once by Refrain, from what it has stored; it will not be edited.';

export function addNoteSignature(content: string): string {
  return `${content.trimEnd()}\n${signature}`;
}

/** Tells whether Refrain wrote the note. Such notes describe other incidents and must not be analysed. */
export function isRefrainNote(content: string): boolean {
  return content.trimEnd().endsWith(signature);
}
