import { BulkMoveLine, BulkMovePreview } from '@phancong/contracts';
import type { BulkMoveAnswer, BulkMoveRequest } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { z } from 'zod';

import { callApi, openApi } from '../../lib/api-client.js';
import { ApiError } from '../../lib/api-error.js';
import { useRefreshAfterMove } from '../../lib/queries/after-move.js';
import { readLines } from '../../lib/read-lines.js';

/** The most lines that one request takes. */
export const bulkLimit = 10_000;

/** A line that breaks so often is no accident any more. */
const mostTries = 5;

export interface BulkProgress {
  moved: number;
  refused: number;
  total: number;
}

/** One request under one key; a line that broke off is asked again under it, and goes on where it was. */
async function makeBulkMove(
  body: BulkMoveRequest,
  key: string,
  tell: (progress: BulkProgress) => void,
): Promise<BulkMoveAnswer> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const response = await openApi({ method: 'POST', path: '/moves/stream', body }, key);
    for await (const line of readLines(response)) {
      const told = BulkMoveLine.parse(line);
      if ('answer' in told) return told.answer;
      tell(told);
    }
  }
  throw ApiError.ofBrowser('NO_CONNECTION');
}

const stopBulkMove = (key: string) =>
  callApi({ method: 'POST', path: '/moves/stop', body: { key }, answer: z.unknown() });

export const previewBulkMove = (body: BulkMoveRequest, signal: AbortSignal): Promise<BulkMovePreview> =>
  callApi({ method: 'POST', path: '/moves/preview', body, answer: BulkMovePreview, signal });

/** A move on many lines, how far it is, and the way to stop it between two parts. */
export function useBulkMove() {
  const refresh = useRefreshAfterMove();
  const key = useRef('');
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const [isStopping, setStopping] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: (body: BulkMoveRequest) => {
      key.current = crypto.randomUUID();
      setStopping(false);
      return makeBulkMove(body, key.current, setProgress);
    },
    onSettled: () => {
      setProgress(null);
      return refresh();
    },
  });
  const stop = () => {
    setStopping(true);
    stopBulkMove(key.current).catch(() => setStopping(false));
  };
  return { mutate, isPending, progress, isStopping, stop };
}
