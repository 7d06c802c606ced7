export { readPlan } from './read-plan.js';
export type { ReadOptions, ReadRefusal, ReadResult } from './read-plan.js';
export { readPlanFile } from './read-plan-file.js';
export type { ReadFileOptions, ReadProgress, RecogniseScan } from './read-plan-file.js';
export { findDrawnLines } from './formats/scan/find-drawn-lines.js';
export type { RecognisedPages } from './formats/scan/doubt-scan.js';
export { listCellBoxes } from './formats/scan/read-scan-blocks.js';
export type { Box, Page, Piece } from './formats/page/page.js';
export { scoreReading } from './scoring/score-reading.js';
