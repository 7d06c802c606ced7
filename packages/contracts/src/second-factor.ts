import { z } from 'zod';

/** The state of a person's second factor: a code of an authenticator on his own device, besides the password. */
export const SecondFactor = z
  .object({
    /** False where the server keeps no secret key, or the person signs in at the agency's identity server alone. */
    available: z.boolean(),
    on: z.boolean(),
    /** The post of this session asks for it; it cannot be taken away then. */
    required: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof SecondFactor>;

export const StartSecondFactor = z
  .object({ password: z.string().min(1).max(200) })
  .meta({ id: 'StartSecondFactor', example: { password: 'ke-hoach-2025' } });
export type StartSecondFactor = z.infer<typeof StartSecondFactor>;

/** What the authenticator takes: as an address for its camera (otpauth://), and as letters to type. Told until it is confirmed. */
export const SecondFactorStarted = z
  .object({ address: z.string(), secret: z.string() })
  .meta({ id: 'SecondFactorStarted' });
export type SecondFactorStarted = z.infer<typeof SecondFactorStarted>;

/** Six digits of the authenticator, or a recovery code; spaces and small letters are taken as people type them. */
export const SecondFactorCode = z
  .object({ code: z.string().min(1).max(40) })
  .meta({ id: 'SecondFactorCode', example: { code: '492039' } });
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

/** Told once; each opens the door once when the device is lost. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
