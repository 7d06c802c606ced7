import type { Doubt } from '@phancong/contracts';

/**
 * One cell as the file has it; its lines are the paragraphs of the cell. `covered`: it lies under a merged cell that began
 * `rowsAbove` rows higher; `beside`: it belongs to a merged cell that began to its left.
 */
export type BlockCell = { text: string; covered?: { rowsAbove: number }; beside?: true };

/** Where a block stands for a person who opens the file: the page of a paged file, the sheet of a workbook. */
export type BlockPlace = { page?: number; sheet?: string };

/**
 * What every format is brought to: lines of text and rows of cells in the order of the document. `line` grows through the file:
 * the line of a text file, the row of a sheet, else the running number of the block. A number that the program of the file
 * counts itself ("1.", "a)") stands at the start of `text`, as it does on paper. `table` tells tables apart where the format does;
 * `afterBreak`: the row is the first of its table on a new page, where a cell may go on from the page before.
 */
export type Block = BlockPlace &
  (
    | { kind: 'text'; line: number; text: string; heading?: number }
    | { kind: 'row'; line: number; table?: number; cells: BlockCell[]; spansKnown: boolean; afterBreak?: true }
    | { kind: 'blank'; line: number }
  );

/** A file brought to blocks; `doubts` say what the file holds besides, and what was read otherwise than it stands. */
export type BlockReading = { ok: true; blocks: Block[]; doubts: Doubt[] } | FormatRefusal;

/** Why a file cannot be brought to blocks, by a code of the table of errors. */
export type FormatRefusal = {
  ok: false;
  code:
    | 'EMPTY_FILE'
    | 'UNKNOWN_FORMAT'
    | 'DAMAGED_FILE'
    | 'ENCRYPTED_FILE'
    | 'TOO_MUCH_CONTENT'
    | 'OLD_WORD_FILE'
    | 'SCANNED_FILE';
  details: Record<string, string | number>;
};
