import { typedText } from '@phancong/contracts';
import { z } from 'zod';

export const nothing = z.object({});
export const withReason = z.object({ reason: typedText(1000) });
export const webLink = z.url({ protocol: /^https?$/ }).max(2000);
