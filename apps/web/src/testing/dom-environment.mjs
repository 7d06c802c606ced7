import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what Node has and browsers have too, but jsdom leaves out. */
export default class DomEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { Response, Request, Headers, TextEncoder, TextDecoder });
  }
}
