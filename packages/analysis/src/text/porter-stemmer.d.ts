/** By its own path: beside it stand the stemmers of twenty languages with their dictionaries, which take longer to read. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porterStemmer: { stem(word: string): string };
  // biome-ignore lint/style/noDefaultExport: the module is CommonJS, whose exports are its default
  export default porterStemmer;
}
