import {
  applyDecorators,
  SerializeOptions,
  StandardSchemaSerializerInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { errorTable, ErrorAnswer, wordError, type ErrorCode } from '@phancong/contracts';
import type { z } from 'zod';

interface EndpointFacts {
  summary: string;
  answer?: z.ZodType;
  status?: number;
  /** `asBuilt` for an answer of thousands of parts: it leaves unchecked, and a test holds it to its schema instead. */
  leaves?: 'checked' | 'asBuilt';
  /** Refusals that this endpoint can give beside those of every endpoint. */
  errors?: readonly ErrorCode[];
}

const everywhere: readonly ErrorCode[] = ['NOT_SIGNED_IN', 'TOO_MANY_REQUESTS', 'DATABASE_AWAY', 'INTERNAL'];

/** Says once what an endpoint answers: the answer leaves through its schema, and the OpenAPI document lists its refusals. */
export function Endpoint({ summary, answer, status = 200, leaves = 'checked', errors = [] }: EndpointFacts) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...errors, ...everywhere]) {
    const { status: answered } = errorTable[code];
    byStatus.set(answered, [...(byStatus.get(answered) ?? []), code]);
  }
  return applyDecorators(
    ApiOperation({ summary }),
    ...(answer
      ? [
          ApiResponse({ status, standardSchema: answer, description: summary }),
          ...(leaves === 'checked'
            ? [SerializeOptions({ schema: answer }), UseInterceptors(StandardSchemaSerializerInterceptor)]
            : []),
        ]
      : [ApiResponse({ status, description: summary })]),
    ...[...byStatus].map(([refused, codes]) =>
      ApiResponse({
        status: refused,
        standardSchema: ErrorAnswer,
        description: codes.map((code) => `${code}: ${wordError(code).en}`).join('\n'),
      }),
    ),
  );
}
