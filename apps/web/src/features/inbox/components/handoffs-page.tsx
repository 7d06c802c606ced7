export function HandoffsPage() { return null; }
