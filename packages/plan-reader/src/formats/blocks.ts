/** One cell as the file has it. `covered`: the cell lies under a merged cell that began `rowsAbove` rows higher. */
export type BlockCell = { text: string; covered?: { rowsAbove: number } };

/** What every format is brought to: lines of text and rows of cells, in the order of the document, with their line in the file. */
export type Block =
  | { kind: 'text'; line: number; text: string }
  | { kind: 'row'; line: number; cells: BlockCell[]; spansKnown: boolean }
  | { kind: 'blank'; line: number };
