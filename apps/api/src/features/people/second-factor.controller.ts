import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  RecoveryCodes,
  SecondFactor,
  SecondFactorCode,
  SecondFactorStarted,
  StartSecondFactor,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { BeforeSecondFactor, SignedIn, type Caller } from './request-actor.js';
import { SecondFactorService } from './second-factor.service.js';

const codeErrors = [
  'VALIDATION_FAILED',
  'WRONG_CODE',
  'SIGN_IN_LOCKED',
  'SECOND_FACTOR_STATE',
  'CSRF_REJECTED',
] as const;

@ApiTags('session')
@Controller('second-factor')
@BeforeSecondFactor()
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorService) {}

  @Get()
  @Endpoint({ summary: 'Whether I sign in with a second factor', answer: SecondFactor })
  show(@SignedIn() caller: Caller): Promise<SecondFactor> {
    return this.factors.show(caller);
  }

  @Post()
  @HttpCode(200)
  @Endpoint({
    summary: 'Begin to use an authenticator: the secret that it takes',
    answer: SecondFactorStarted,
    errors: ['VALIDATION_FAILED', 'WRONG_PASSWORD', 'SIGN_IN_LOCKED', 'SECOND_FACTOR_STATE', 'CSRF_REJECTED'],
  })
  start(
    @SignedIn() caller: Caller,
    @Body({ schema: StartSecondFactor }) { password }: StartSecondFactor,
  ): Promise<SecondFactorStarted> {
    return this.factors.start(caller, password);
  }

  @Put()
  @Endpoint({
    summary: 'Turn it on with a first code; the answer holds the recovery codes, once',
    answer: RecoveryCodes,
    errors: codeErrors,
  })
  confirm(
    @SignedIn() caller: Caller,
    @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode,
  ): Promise<RecoveryCodes> {
    return this.factors.confirm(caller, code);
  }

  @Post('code')
  @HttpCode(204)
  @Endpoint({ summary: 'Show a code in a session that came in without one', status: 204, errors: codeErrors })
  showCode(@SignedIn() caller: Caller, @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode): Promise<void> {
    return this.factors.showCode(caller, code);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Endpoint({ summary: 'New recovery codes; the earlier ones are void', answer: RecoveryCodes, errors: codeErrors })
  makeCodes(
    @SignedIn() caller: Caller,
    @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode,
  ): Promise<RecoveryCodes> {
    return this.factors.makeCodes(caller, code);
  }

  @Delete()
  @HttpCode(204)
  @Endpoint({ summary: 'Turn it off, with a code', status: 204, errors: codeErrors })
  turnOff(@SignedIn() caller: Caller, @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode): Promise<void> {
    return this.factors.turnOff(caller, code);
  }
}
