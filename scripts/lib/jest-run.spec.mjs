import { describe, expect, it } from '@jest/globals';
import { summariseReport } from './jest-run.mjs';

const test = (fullName, status, failureMessages = []) => ({ fullName, status, failureMessages });
const file = (name, assertionResults, message = '') => ({ name, assertionResults, message });

describe('the count of a run', () => {
  it('counts each passed test', () => {
    const report = { testResults: [file('/a.spec.ts', [test('đúng hạn', 'passed'), test('trễ hạn', 'passed')])] };
    expect(summariseReport(report, 'packages/a')).toEqual({ passed: 2, failures: [] });
  });

  it('calls a failed and a skipped test failed', () => {
    const report = {
      testResults: [file('/a.spec.ts', [test('hỏng', 'failed', ['lý do']), test('bỏ qua', 'pending')])],
    };
    const { passed, failures } = summariseReport(report, 'packages/a');
    expect(passed).toBe(0);
    expect(failures.map(({ message }) => message)).toEqual(['lý do', 'pending']);
  });

  it('counts a file that cannot run, and a folder without any test, as one failure', () => {
    const broken = { testResults: [file('/a.spec.ts', [], 'Cannot find module')] };
    expect(summariseReport(broken, 'packages/a').failures).toHaveLength(1);
    expect(summariseReport({ testResults: [] }, 'packages/a').failures).toHaveLength(1);
  });
});
