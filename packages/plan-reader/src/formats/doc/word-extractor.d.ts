declare module 'word-extractor' {
  /** The parts of an old Word file as text: cells end with a tab, rows of a table with a tab and a line break. */
  class WordExtractor {
    extract(source: Buffer): Promise<{
      getBody(options?: { filterUnicode?: boolean }): string;
      getFootnotes(options?: { filterUnicode?: boolean }): string;
    }>;
  }
  export = WordExtractor;
}
