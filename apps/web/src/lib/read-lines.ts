/** Reads an answer of JSON lines (application/x-ndjson) while it comes. Ends where the answer ends, or where its line breaks. */
export async function* readLines(response: Response): AsyncGenerator {
  let text = '';
  for await (const part of textOf(response)) {
    const lines = (text + part).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line);
  }
  const rest = parseWhole(text);
  if (rest !== undefined) yield rest;
}

async function* textOf(response: Response): AsyncGenerator<string> {
  if (!response.body) {
    yield await response.text();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch {
    // A line that broke off: what came is whole, and whoever reads sees that the end is missing.
  }
}

/** The last line, unless it was cut off in the middle. */
function parseWhole(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
