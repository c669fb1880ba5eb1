export const similarBaselines: readonly string[] = ['words', 'characters', 'bm25', 'mix'];
